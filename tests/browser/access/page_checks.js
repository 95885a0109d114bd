// Checks that a page answers about itself; each gives a list of faults in words, and says how many things it looked at.
(() => {
  const name = (node) => {
    const said = node.getAttribute?.("aria-label") || node.textContent || node.getAttribute?.("name") || "";
    return `<${node.tagName.toLowerCase()} class="${node.getAttribute("class") ?? ""}"> ${said.trim().replace(/\s+/g, " ").slice(0, 60)}`;
  };
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // What screen readers alone get, and what is cut into a corner on purpose.
  const hidden = (node) => {
    if (node.closest(".skip-link, [hidden]")) return true;
    for (let up = node; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).clipPath.startsWith("inset(50%")) return true;
    return false;
  };
  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const stops = () =>
    [...document.querySelectorAll(FOCUSABLE)].filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }) && !node.closest("[inert]"));

  function* texts(root = document.body) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (node.data.trim() && !parent.closest("script, style, template") && parent.checkVisibility({ visibilityProperty: true })) yield [node, parent];
    }
  }

  // --- Colours ---
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const under = (node) => {
    for (let up = node; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (rgba(colour)[3] > 250) return colour;
    }
    return "white";
  };
  const light = (colour) => {
    const [r, g, b] = rgba(colour).slice(0, 3).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const standsOut = (colour, node) => rgba(colour)[3] > 128 && contrast(colour, under(node)) >= 3;

  // --- 2: parts in another language say so ---
  const FOREIGN = {
    vi: [[/[\u0400-\u04ff]{2}/, ["ru"]], [/\b(the|of|and|with|which|from)\b.*\b(the|of|and|with|to|in)\b/, ["en"]]],
    en: [[/[\u0400-\u04ff]{2}/, ["ru"]], [/(?:^|\s)[a-zđ]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][a-zà-ỹ]*\s+[a-zđà-ỹ]+\s/, ["vi"]]],
    ru: [[/(?:\b[a-z]{3,}\b[\s,]+){2}/, ["en", "fr"]], [/(?:^|\s)[a-zđ]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][a-zà-ỹ]*\s+[a-zđà-ỹ]+\s/, ["vi"]]],
  };
  function languages() {
    const found = [];
    let count = 0;
    for (const [node, parent] of texts()) {
      const language = parent.closest("[lang]").lang;
      count += 1;
      for (const [sign, right] of FOREIGN[document.documentElement.lang]) {
        // What a place in a source is called is a name.
        if (sign.test(node.data) && !parent.closest(".points__who, .differ__who, .sources__item") && language === document.documentElement.lang) found.push(`${node.data.trim().slice(0, 90)} is not marked as ${right[0]}: ${name(parent).slice(0, 60)}`);
      }
    }
    return [found, count];
  }

  // --- 3 ---
  function headings() {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((node) => node.checkVisibility()).map((node) => [Number(node.tagName[1]), node]);
    const found = levels.filter(([level, node], i) => level > (levels[i - 1]?.[0] ?? 0) + 1).map(([, node]) => `${name(node)} skips a level`);
    const ones = levels.filter(([level]) => level === 1).length;
    if (ones !== 1) found.push(`${ones} headings of the first level`);
    if (document.querySelectorAll("main").length !== 1) found.push("not one main part");
    return [found, levels.length];
  }

  // --- 8: the focus is seen, and nothing lies over it; a Tab was pressed before, so script focus shows as well ---
  const rings = (node) => [node, node.closest("label"), node.labels?.[0], node.nextElementSibling, node.parentElement, node.closest(".select2-selection")].filter(Boolean);
  const ringed = (node) =>
    rings(node).some((carrier) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(carrier);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && standsOut(outlineColor, carrier.parentElement);
    });
  function focus() {
    const found = [];
    const list = stops();
    for (const node of list) {
      node.focus();
      if (document.activeElement !== node) continue;
      if (!ringed(node)) found.push(`${name(node)} shows no ring`);
      const box = [...node.getClientRects()].find((rect) => rect.width > 1 && rect.height > 1) ?? node.labels?.[0]?.getBoundingClientRect();
      if (!box) continue;
      const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
      const y = Math.max(Math.min((box.top + box.bottom) / 2, innerHeight - 1), box.top + 1);
      const top = document.elementFromPoint(x, y);
      const free = top && (node.contains(top) || top.contains(node) || [...(node.labels ?? [])].some((label) => label.contains(top)) || node.parentElement.contains(top));
      if (!free) found.push(`${name(node)} at ${Math.round(x)}, ${Math.round(y)} lies under ${top ? name(top) : "the edge of the window"}`);
    }
    document.activeElement?.blur();
    scrollTo(0, 0);
    return [found, list.length];
  }

  // --- 15 ---
  function controls() {
    const found = [];
    const fields = [...document.querySelectorAll("input, select, textarea")].filter((node) => seen(node) && !node.disabled && !["checkbox", "radio", "range", "hidden", "submit", "file"].includes(node.type) && !node.closest(".select2-hidden-accessible"));
    for (const node of fields) {
      const style = getComputedStyle(node);
      const frame = [node, node.closest(".search, .field, .select2-selection")].filter(Boolean).map((carrier) => getComputedStyle(carrier));
      const lines = frame.flatMap((one) => ["Top", "Bottom"].filter((side) => parseFloat(one[`border${side}Width`]) >= 1).map((side) => one[`border${side}Color`]));
      if (!lines.some((line) => standsOut(line, node.parentElement)) && !standsOut(style.backgroundColor, node.parentElement)) found.push(`${name(node)} ${node.name} has no edge of 3:1`);
    }
    const marks = [...document.querySelectorAll(".shape")].filter(seen);
    for (const node of marks) {
      const style = getComputedStyle(node);
      const inks = [style.backgroundColor, style.borderTopColor, style.color, style.fill].filter((ink) => ink && ink !== "none");
      if (!inks.some((ink) => standsOut(ink, node.parentElement))) found.push(`${name(node.parentElement)}: its sign has no 3:1 on ${under(node.parentElement)}`);
    }
    return [found, fields.length + marks.length];
  }

  // --- 16: a sign of colour has a shape of its own, and letters beside it ---
  function colourAlone() {
    const found = [];
    const marks = [...document.querySelectorAll(".shape, .tl-code")].filter(seen);
    for (const node of marks) {
      const words = node.closest("a, li, label, h1, h2, h3, span:not(.shape), td, th, dd, summary, p, button")?.textContent.trim();
      if (!words) found.push(`${name(node.parentElement)} has colour and no letters`);
      if (node.matches(".shape") && ![...node.classList].some((one) => one.startsWith("shape--"))) found.push(`${name(node.parentElement)} has no shape`);
    }
    return [found, marks.length];
  }

  // --- 17: axe holds to 24 pixels; buttons under a finger have 44 ---
  function targets() {
    const found = [];
    const list = [...document.querySelectorAll("button, [type=submit], .button")].filter((node) => seen(node) && !hidden(node) && !node.disabled && !node.closest(".tl-labels"));
    for (const node of list) {
      const { width, height } = node.getBoundingClientRect();
      if (width < 43.5 || height < 43.5) found.push(`${name(node)} is ${Math.round(width)} × ${Math.round(height)}`);
    }
    return [found, list.length];
  }

  // --- 18, 19: nothing is cut, nothing scrolls two ways, nothing lies on another ---
  function fits() {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth + 1) {
      const wide = [...document.body.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > clientWidth + 1 && seen(node)).at(-1);
      found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}${wide ? `: ${name(wide)}` : ""}`);
    }
    const range = document.createRange();
    const cutters = new Map();
    const scrollers = new Set();
    const floats = [...document.querySelectorAll("body *")].filter((node) => ["sticky", "fixed"].includes(getComputedStyle(node).position));
    const cutter = (node) => {
      if (!node || node === document.body) return null;
      if (!cutters.has(node)) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(node);
        const cuts = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
        const scrolls = [overflowX, overflowY].some((value) => value === "auto" || value === "scroll");
        if (scrolls) scrollers.add(node);
        cutters.set(node, scrolls || (cuts && textOverflow !== "ellipsis") ? node : cutter(node.parentElement));
      }
      return cutters.get(node);
    };
    const lines = [];
    for (const [node, parent] of texts()) {
      if (hidden(parent) || parent.closest("svg, select, .tl, [aria-hidden=true]")) continue;
      range.selectNodeContents(node);
      const frame = cutter(parent);
      const box = frame?.getBoundingClientRect();
      const scrolled = scrollers.has(frame);
      for (const rect of range.getClientRects()) {
        if (scrolled && (rect.bottom > box.bottom || rect.top < box.top)) continue;
        if (box && !scrolled && (rect.left < box.left - 1 || rect.right > box.right + 1 || rect.top + 0.15 * rect.height < box.top || rect.bottom - 0.15 * rect.height > box.bottom)) {
          found.push(`cut: ${node.data.trim().slice(0, 60)} in ${name(parent).slice(0, 60)}`);
        }
        if (rect.width > 2 && !floats.some((one) => one.contains(parent))) lines.push({ rect, node, parent });
      }
    }
    lines.sort((a, b) => a.rect.top - b.rect.top);
    lines.forEach(({ rect: a, node: one, parent }, i) => {
      for (let k = i + 1; k < lines.length && lines[k].rect.top < a.bottom - 0.35 * a.height; k += 1) {
        const { rect: b, node: other, parent: second } = lines[k];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - b.top;
        if (one !== other && across > 2 && down > 0.35 * Math.min(a.height, b.height)) {
          found.push(`${one.data.trim().slice(0, 40)} (${name(parent).slice(0, 40)}) lies on ${other.data.trim().slice(0, 40)} (${name(second).slice(0, 40)})`);
        }
      }
    });
    return [found, lines.length];
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  const spacing = (on) => void (document.adoptedStyleSheets = on ? [sheet] : []);
  const twice = (on) => void (document.documentElement.style.fontSize = on ? "200%" : "");

  // --- 20 ---
  function still() {
    const found = new Set();
    const all = [...document.querySelectorAll("*")];
    const long = (value) => value.split(",").some((part) => parseFloat(part) * (part.trim().endsWith("ms") ? 1 : 1000) > 10);
    for (const node of all) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(node, pseudo);
        if (style.animationName !== "none" && long(style.animationDuration)) found.add(`${name(node)} is animated`);
        if (style.transitionProperty !== "none" && long(style.transitionDuration)) found.add(`${name(node)} has a transition`);
      }
      if (getComputedStyle(node).scrollBehavior === "smooth") found.add(`${name(node)} scrolls smoothly`);
    }
    for (const animation of document.getAnimations()) if (animation.playState === "running") found.add(`${name(animation.effect.target)} is moving`);
    return [[...found], all.length];
  }

  // --- 21: what is chosen and what a country is called is told apart without the page's own colours ---
  const LOOK = ["borderTopWidth", "borderLeftWidth", "borderBottomWidth", "borderBottomStyle", "outlineStyle", "fontWeight", "textDecorationLine", "backgroundColor", "color", "borderTopColor"];
  const look = (node) => LOOK.map((key) => getComputedStyle(node)[key]).join();
  function forced() {
    const found = [];
    let count = 0;
    for (const node of document.querySelectorAll("[aria-current], [aria-pressed=true], [aria-selected=true]")) {
      const brother = node.parentElement.closest("li, tr") ? node.parentElement : node;
      const other = [...brother.parentElement.children].map((one) => (brother === node ? one : one.firstElementChild)).find((one) => one && one !== node && one.matches(`${node.tagName}:not([aria-current]):not([aria-pressed=true])`));
      if (!other || !seen(node) || !seen(other)) continue;
      count += 1;
      if (look(node) === look(other)) found.push(`${name(node)} looks like ${name(other)}`);
    }
    for (const node of [...document.querySelectorAll(".shape")].filter((one) => seen(one) && !one.closest("[data-theme]:not(html)"))) {
      const style = getComputedStyle(node);
      count += 1;
      if (![style.backgroundColor, style.borderTopColor].some((ink) => standsOut(ink, node.parentElement))) found.push(`${name(node.parentElement)} loses its sign`);
    }
    return [found, count];
  }

  // --- 22 ---
  function paper() {
    const found = [];
    const all = [...document.querySelectorAll("html, body, main, main *")].filter((node) => node.checkVisibility() && !node.closest("[data-theme]:not(html)"));
    for (const node of all) {
      const colour = rgba(getComputedStyle(node).backgroundColor);
      if (colour[3] > 128 && light(getComputedStyle(node).backgroundColor) < 0.4 && node.getBoundingClientRect().width > 200) found.push(`${name(node)} is dark on paper`);
    }
    for (const [node, parent] of texts(document.querySelector("main"))) {
      if (!hidden(parent) && !parent.closest("svg, [data-theme]:not(html)") && contrast(getComputedStyle(parent).color, under(parent)) < 4.5) found.push(`${node.data.trim().slice(0, 60)} is faint on paper`);
    }
    return [found, all.length];
  }

  // --- 14: everything as if the pointer stood on it, or as if it had the focus ---
  async function as(state) {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const words = await Promise.all(links.map(async (link) => (await fetch(link.href)).text()));
    const all = new CSSStyleSheet();
    all.replaceSync(words.join("\n").replaceAll(`${state}`, ":not(.never)"));
    document.adoptedStyleSheets = [all];
    links.forEach((link) => (link.disabled = true));
    return words.join("").split(state).length - 1;
  }
  function asItWas() {
    document.adoptedStyleSheets = [];
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) link.disabled = false;
  }

  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const COLOURS = ["color-contrast", "link-in-text-block"];
  async function axeFaults(part) {
    const runOnly = part === "colours" ? { type: "rule", values: COLOURS } : { type: "tag", values: TAGS };
    // A list of Django's own admin holds a field beside its items.
    const context = { include: [["html"]], exclude: [[".select2-container ul"]] };
    const { violations, passes } = await axe.run(context, { resultTypes: ["violations"], preload: false, runOnly });
    const said = ({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 140)).join("; ")}`;
    return [violations.map(said), violations.length + passes.length];
  }

  globalThis.access = { languages, headings, focus, controls, colourAlone, targets, fits, spacing, twice, still, forced, paper, as, asItWas, axe: axeFaults, stops, name };
})();
