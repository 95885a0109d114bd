"""What a browser would send back for the forms of an admin page."""


def form_data(page):
    """The values of a change form, with its lists, as a browser would send them back."""
    formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    forms = [page.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    data = {}
    for field in (field for form in forms for field in form):
        value = field.value()
        if value is True:
            data[field.html_name] = "on"
        elif isinstance(value, list):
            data[field.html_name] = [str(getattr(item, "pk", item)) for item in value]
        elif value is not None and value is not False:
            data[field.html_name] = str(value)
    # What the public knows changes with a reason only; the field is there for every record.
    return data | ({"reason": "Tried out."} if "reason" in forms[0].fields else {})
