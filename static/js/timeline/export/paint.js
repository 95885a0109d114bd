/** Paints an arranged picture with the painters of the screen, on a canvas or into SVG. */

import { drawGround } from "../render/ground.js";
import { createMarkPainter, paintFrame } from "../render/marks.js";
import { shapePath } from "../shapes.js";
import { paintArcs } from "./arcs.js";
import { wrap } from "./arrange.js";

const SERIF = 'Georgia, "Noto Serif", "Times New Roman", serif';
const PAD = 8;

/**
 * @param {CanvasRenderingContext2D} context or one of `createSvgContext`
 * @param {object} picture of `arrangePicture`
 * @param {import("../theme.js").Theme} theme
 */
export function paintPicture(context, picture, theme) {
  const { stage, texts } = picture;
  const { fontSize, family } = picture.measurer;
  for (const { text, x, y, size, title: isTitle, quiet } of texts) {
    context.font = isTitle ? `600 ${size}px ${SERIF}` : `${size}px ${family}`;
    write(context, text, x, y, quiet ? theme.ink2 : theme.ink);
  }
  paintHeads(context, picture, theme);
  context.save();
  context.translate(stage.x, stage.y);
  context.beginPath();
  context.rect(0, 0, stage.width, stage.height);
  context.clip();
  drawGround(context, theme, { ...picture, width: stage.width, height: stage.height });
  paintNames(context, picture, theme);
  const mine = marksFont(context, fontSize, family);
  mine();
  paintFrame(context, theme, picture.columns, { ...picture, lanes: picture.lanes.map(({ lane }) => lane), line: picture.measurer.lineHeight });
  picture.frame.forEach(({ labels, clusters }, i) => {
    const box = picture.boxes[i];
    paintLabels(context, picture, theme, labels, box);
    for (const { left, right, members } of clusters) badge(context, theme, family, left, right, box.rail, String(members.length));
  });
  paintArcs(context, picture, theme);
  if (picture.empty) {
    context.font = `${fontSize}px ${family}`;
    write(context, picture.empty, PAD, picture.top + 40, theme.ink2);
  }
  context.restore();
  paintLegend(context, picture, theme, mine);
}

const marksFont = (context, size, family) => () => {
  context.font = `600 ${Math.max(12, size)}px ${family}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
};

/** Writes from the left on the base line. */
function write(context, text, x, y, colour, room) {
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = colour;
  if (room) context.fillText(text, x, y, room);
  else context.fillText(text, x, y);
}

function paintHeads(context, { stage, lanes, boxes, margin, measurer }, theme) {
  const { fontSize, family, lineHeight, measure } = measurer;
  const room = stage.x - margin - PAD;
  lanes.forEach(({ code, name, count, colour, shape }, i) => {
    let y = stage.y + boxes[i].top + lineHeight;
    context.font = `${fontSize}px ${family}`;
    write(context, String(count), stage.x - PAD - measure(String(count)), y, theme.ink2);
    if (shape) {
      fillShape(context, shape, margin + 6, y - 4, theme.countries[colour]);
      write(context, code, margin + 18, y, theme.ink2);
      y += lineHeight;
    }
    context.font = `600 ${fontSize}px ${family}`;
    for (const line of wrap(name, shape ? room : room - 24, (part) => measure(part) * 1.08).slice(0, 2)) {
      write(context, line, margin, y, theme.ink);
      y += lineHeight;
    }
  });
}

function paintNames(context, { periods, ticks, scale, band, measurer }, theme) {
  const { fontSize, family, lineHeight } = measurer;
  context.font = `italic ${fontSize}px ${SERIF}`;
  for (const { lines, from } of periods) {
    lines.forEach((line, i) => write(context, line, from + PAD, lineHeight * (i + 0.8), theme.ink2));
  }
  const small = Math.round((fontSize * 12) / 13);
  for (const { text, day, full, level } of ticks) {
    if (!text) continue;
    const major = full && level !== "year";
    context.font = `${major ? "600 " : ""}${small}px ${family}`;
    write(context, text, scale.x(day) + 5, band + small * 1.1, major ? theme.ink : theme.ink2);
  }
}

function paintLabels(context, { measurer, unit, selected }, theme, labels, box) {
  const { fontSize, family, lineHeight } = measurer;
  context.font = `${fontSize}px ${family}`;
  for (const { event, place, words, wide } of labels) {
    const colour = event === selected ? theme.accent : theme.ink;
    const top = box.labels + place.unit * unit + (wide ? 0 : Math.floor((unit - lineHeight) / 2));
    words.forEach((line, i) => {
      write(context, line, place.text, top + lineHeight * (i + 0.5) + fontSize * 0.35, colour, measurer.measure(line));
    });
  }
}

function badge(context, theme, family, left, right, y, text) {
  context.beginPath();
  context.roundRect(left, y - 12, right - left, 24, 12);
  context.fillStyle = theme.surface;
  context.fill();
  context.strokeStyle = theme.hairline;
  context.lineWidth = 1;
  context.stroke();
  context.font = `600 12px ${family}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = theme.ink2;
  context.fillText(text, (left + right) / 2, y);
}

function fillShape(context, shape, x, y, colour) {
  context.translate(x, y);
  context.fillStyle = colour;
  context.fill(shapePath(shape, 5.5));
  context.translate(-x, -y);
}

function paintLegend(context, { legend, margin, measurer }, theme, mine) {
  const { fontSize, family } = measurer;
  const painter = createMarkPainter(context, theme, legend.columns);
  context.save();
  context.translate(margin, legend.y);
  for (const { sample, badge: count, shape, colour, text, x, y, at } of legend.items) {
    context.translate(x, 0);
    if (sample) {
      mine();
      painter.single(sample, { kind: "all", index: -1 }, y - 9, 18);
    } else if (count) badge(context, theme, family, 8, 32, y, count);
    else fillShape(context, shape, 7, y, theme.countries[colour]);
    context.translate(-x, 0);
    context.font = `${fontSize}px ${family}`;
    write(context, text, at, y + fontSize * 0.35, theme.ink2);
  }
  context.restore();
}
