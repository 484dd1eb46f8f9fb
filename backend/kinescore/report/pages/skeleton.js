"use strict";

const LIMBS = [
  [5, 7, "left"], [7, 9, "left"], [11, 13, "left"], [13, 15, "left"], [5, 11, "left"],
  [6, 8, "right"], [8, 10, "right"], [12, 14, "right"], [14, 16, "right"], [6, 12, "right"],
  [5, 6, "trunk"], [11, 12, "trunk"],
];
const TORSO = [5, 6, 12, 11];
const SHOULDERS = [5, 6], EARS = [3, 4], NOSE = 0;
const TRAILING = [9, 10, 15, 16];
const TRAIL_SECONDS = 0.35;
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const darkness = matchMedia("(prefers-color-scheme: dark)");

/** Draws a movement {fps, size, frames} on a canvas at any time; keeps up with the canvas's size and the colours. */
class Skeleton {
  constructor(canvas, movement) {
    this.canvas = canvas;
    this.movement = movement;
    this.seconds = 0;
    new ResizeObserver(() => this.draw(this.seconds)).observe(canvas);
    darkness.addEventListener("change", () => this.draw(this.seconds));
    reducedMotion.addEventListener("change", () => this.draw(this.seconds));
  }

  /** Joint positions at `seconds`, between frames in a straight line: 34 numbers, x and y in turn. */
  pose(seconds) {
    const { fps, frames } = this.movement;
    const place = Math.min(Math.max(seconds * fps, 0), frames.length - 1);
    const before = frames[Math.floor(place)], after = frames[Math.ceil(place)];
    const share = place - Math.floor(place);
    return before.map((value, i) => value + share * (after[i] - value));
  }

  draw(seconds) {
    this.seconds = seconds;
    const { canvas } = this, ratio = devicePixelRatio || 1;
    const width = Math.round(canvas.clientWidth * ratio), height = Math.round(canvas.clientHeight * ratio);
    if (!width || !height) return;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d"), style = getComputedStyle(canvas);
    const colours = Object.fromEntries(
      ["left", "right", "trunk", "trail", "floor"].map((name) => [name, style.getPropertyValue(`--body-${name}`)]));
    pen.clearRect(0, 0, width, height);
    pen.lineCap = pen.lineJoin = "round";
    const [wide, tall] = this.movement.size, margin = 0.09 * Math.min(width, height);
    const scale = Math.min((width - 2 * margin) / Math.max(wide, 1), (height - 2 * margin) / Math.max(tall, 1));
    const left = (width - wide * scale) / 2, top = (height - tall * scale) / 2;
    const at = (pose, joint) => [left + pose[2 * joint] * scale, top + pose[2 * joint + 1] * scale];
    const pose = this.pose(seconds);
    this.drawFloor(pen, width, top + tall * scale, colours.floor, ratio);
    if (!reducedMotion.matches) this.drawTrails(pen, seconds, at, colours.trail, ratio);
    this.drawBody(pen, (joint) => at(pose, joint), colours, ratio);
  }

  drawFloor(pen, width, y, colour, ratio) {
    pen.strokeStyle = colour;
    pen.lineWidth = ratio;
    pen.beginPath();
    pen.moveTo(0, y + 4 * ratio);
    pen.lineTo(width, y + 4 * ratio);
    pen.stroke();
  }

  /** Where hands and feet have just been. */
  drawTrails(pen, seconds, at, colour, ratio) {
    const steps = 8, poses = [];
    for (let i = 0; i <= steps; i++) poses.push(this.pose(seconds - (TRAIL_SECONDS * i) / steps));
    pen.strokeStyle = colour;
    for (const joint of TRAILING) {
      for (let i = 0; i < steps; i++) {
        pen.globalAlpha = 0.5 * (1 - i / steps);
        pen.lineWidth = (3 - (2 * i) / steps) * ratio;
        pen.beginPath();
        pen.moveTo(...at(poses[i], joint));
        pen.lineTo(...at(poses[i + 1], joint));
        pen.stroke();
      }
    }
    pen.globalAlpha = 1;
  }

  drawBody(pen, at, colours, ratio) {
    const middle = ([a, b]) => [(at(a)[0] + at(b)[0]) / 2, (at(a)[1] + at(b)[1]) / 2];
    const neck = middle(SHOULDERS), head = middle(EARS);
    const line = (from, to, colour, thick) => {
      pen.strokeStyle = colour;
      pen.lineWidth = thick * ratio;
      pen.beginPath();
      pen.moveTo(...from);
      pen.lineTo(...to);
      pen.stroke();
    };
    pen.fillStyle = colours.trunk;
    pen.globalAlpha = 0.12;
    pen.beginPath();
    for (const joint of TORSO) pen.lineTo(...at(joint));
    pen.fill();
    pen.globalAlpha = 1;
    line(neck, head, colours.trunk, 4);
    for (const [a, b, part] of LIMBS) line(at(a), at(b), colours[part], part === "trunk" ? 4 : 5);
    const radius = Math.max(0.5 * Math.hypot(head[0] - neck[0], head[1] - neck[1]), 3 * ratio);
    pen.beginPath();
    pen.arc(head[0], head[1], radius, 0, 2 * Math.PI);
    pen.fill();
    line(head, at(NOSE), colours.trunk, 3);
  }
}

/** The JSON within a <script type="application/json">. */
function embedded(element) {
  return JSON.parse(element.textContent);
}
