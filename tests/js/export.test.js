import { wrap } from "../../static/js/timeline/export/arrange.js";
import { fileName } from "../../static/js/timeline/export/save.js";
import { createSvgContext } from "../../static/js/timeline/export/svg-context.js";
import { writeSvg } from "../../static/js/timeline/export/write.js";
import { shapePath } from "../../static/js/timeline/shapes.js";
import { toDay } from "../../static/js/lib/civil.js";
import { equal, ok, test } from "./harness.js";

const context = () => createSvgContext(100, 50, { family: "sans-serif", size: 13, ink: "#000000", label: "a < b" });

test("lines of a picture break at blanks, and a word too long stands alone", () => {
  const measure = (text) => text.length;
  equal(wrap("một hai ba", 7, measure), ["một hai", "ba"]);
  equal(wrap("Vietsovpetro ra đời", 6, measure), ["Vietsovpetro", "ra đời"]);
  equal(wrap("", 6, measure), []);
});

test("a picture's file is named by its title without tone marks, and its years", () => {
  equal(fileName("Quan hệ đối ngoại", [toDay(1954, 3, 1), toDay(1975, 5, 1)], "svg"), "quan-he-doi-ngoai-1954-1975.svg");
  equal(fileName("One year", [toDay(1990, 1, 1), toDay(1991, 1, 1)], "png"), "one-year-1990.png");
});

test("the SVG context rounds, escapes, moves the origin and writes like gradients once", () => {
  const pen = context();
  pen.translate(10, 5);
  for (let again = 0; again < 2; again += 1) {
    const fade = pen.createLinearGradient(0, 0, 20, 0);
    fade.addColorStop(0, "rgb(255 0 0 / 0)");
    fade.addColorStop(1, "rgb(255 0 0 / 1)");
    pen.fillStyle = fade;
    pen.fillRect(0.123, 0, 20, 8);
  }
  pen.fillStyle = "#000000";
  pen.fillText("1 < 2 & 3", 0, 0);
  const text = writeSvg(pen.root);
  equal(text.match(/<linearGradient/g).length, 1);
  ok(text.includes('<rect x="10.1" y="5" width="20" height="8" fill="url(#g1)"/>'), text);
  ok(text.includes('<stop offset="0" stop-color="#ff0000" stop-opacity="0"/>'), text);
  ok(text.includes('<text x="10" y="5">1 &lt; 2 &amp; 3</text>'), text);
  ok(text.includes("<title>a &lt; b</title>"), text);
});

test("a clip holds what is drawn until the pen is restored", () => {
  const pen = context();
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, 10, 10);
  pen.clip();
  pen.fillRect(0, 0, 50, 50);
  pen.restore();
  pen.fillRect(1, 1, 2, 2);
  const [group, rect] = [...pen.root.children].slice(2);
  equal([group.localName, group.children.length, rect.localName], ["g", 1, "rect"]);
});

test("a shape is stroked as thick as on the canvas", () => {
  const pen = context();
  pen.lineWidth = 2;
  pen.strokeStyle = "#112233";
  pen.stroke(shapePath("diamond", 5));
  const path = pen.root.lastElementChild;
  equal([path.getAttribute("stroke-width"), path.getAttribute("transform"), path.getAttribute("fill")], ["0.4", "translate(0 0) scale(5)", "none"]);
});

test("a type that the context cannot read is named", () => {
  const pen = context();
  pen.font = "large serif";
  let message = "";
  try {
    pen.fillText("x", 0, 0);
  } catch (error) {
    ({ message } = error);
  }
  equal(message, 'the type "large serif" is not of the form "italic 600 13px family"');
});
