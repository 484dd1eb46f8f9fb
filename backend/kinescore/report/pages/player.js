"use strict";

/** One clip: several sounds for one movement, of which one plays, all at the same time of the movement. */
class ClipPlayer {
  static sounding = null;

  constructor(root) {
    this.root = root;
    this.seconds = Number(root.dataset.seconds);
    this.time = 0;
    this.current = null;
    this.sounds = [...root.querySelectorAll(".sound")].map((row) => this.prepared(row));
    this.slider = root.querySelector(".scrub");
    this.loop = root.querySelector(".loop");
    this.clock = root.querySelector(".clock");
    this.heads = [...root.querySelectorAll(".playhead")];
    const canvas = root.querySelector("canvas");
    this.skeleton = canvas && new Skeleton(canvas, embedded(root.querySelector(".movement")));
    root.querySelector(".transport").hidden = false;
    this.slider.addEventListener("input", () => this.seek(Number(this.slider.value)));
    root.addEventListener("keydown", (event) => this.onKey(event));
    for (const plot of root.querySelectorAll(".seekable")) {
      plot.addEventListener("pointerdown", (event) => this.onPoint(event, plot));
    }
    this.show();
  }

  prepared(row) {
    const sound = { audio: row.querySelector("audio"), button: row.querySelector(".play"), name: row.dataset.name };
    sound.audio.controls = false;
    sound.button.hidden = false;
    sound.button.addEventListener("click", () => this.toggle(sound));
    sound.audio.addEventListener("ended", () => this.onEnd(sound));
    sound.row = row;
    return sound;
  }

  get playing() {
    return this.current !== null && !this.current.audio.paused;
  }

  toggle(sound) {
    if (this.current === sound && this.playing) this.pause();
    else this.play(sound);
  }

  /** Plays `sound` from where the clip is; whatever sounds elsewhere on the page stops. */
  play(sound) {
    if (this.playing) this.time = this.current.audio.currentTime;
    if (ClipPlayer.sounding) ClipPlayer.sounding.pause();
    const end = sound.audio.duration || this.seconds;
    if (this.time >= end - 0.02) this.time = 0;
    this.current = sound;
    ClipPlayer.sounding = this;
    sound.audio.currentTime = this.time;
    sound.audio.play().then(() => this.follow(), () => this.mark());
    this.mark();
  }

  pause() {
    if (!this.current) return;
    if (this.playing) this.time = this.current.audio.currentTime;
    this.current.audio.pause();
    this.mark();
    this.show();
  }

  onEnd(sound) {
    if (sound !== this.current) return;
    this.time = sound.audio.duration;
    if (this.loop.checked) this.play(sound);
    else this.mark();
    this.show();
  }

  seek(seconds) {
    this.time = Math.min(Math.max(seconds, 0), this.seconds);
    if (this.current) this.current.audio.currentTime = Math.min(this.time, this.current.audio.duration || this.time);
    this.show();
  }

  onPoint(event, plot) {
    const box = plot.getBoundingClientRect();
    this.seek(((event.clientX - box.left) / box.width) * this.seconds);
  }

  /** Digits choose a sound, wherever in the clip the focus is. */
  onKey(event) {
    const sound = this.sounds[Number(event.key) - 1];
    if (!sound || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (this.current !== sound || !this.playing) this.play(sound);
  }

  follow() {
    this.mark();
    const step = () => {
      if (!this.playing) return;
      this.time = this.current.audio.currentTime;
      this.show();
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  /** Shows which sound plays. */
  mark() {
    for (const sound of this.sounds) {
      const on = sound === this.current && this.playing;
      sound.row.classList.toggle("on", on);
      sound.button.setAttribute("aria-pressed", String(on));
      sound.button.querySelector(".word").textContent = on ? "Pause" : "Play";
    }
  }

  /** Shows the time: slider, clock, play heads, skeleton. */
  show() {
    this.slider.value = this.time;
    this.slider.setAttribute("aria-valuetext", `${this.time.toFixed(1)} of ${this.seconds.toFixed(1)} seconds`);
    this.clock.textContent = `${this.time.toFixed(2)} s`;
    const place = `${(100 * this.time) / this.seconds}%`;
    for (const head of this.heads) {
      head.setAttribute("x1", place);
      head.setAttribute("x2", place);
    }
    if (this.skeleton) this.skeleton.draw(this.time);
  }
}

for (const root of document.querySelectorAll("[data-clip]")) new ClipPlayer(root);

const closedForScreen = [];
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) {
    closedForScreen.push(part);
    part.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const part of closedForScreen.splice(0)) part.open = false;
});
