"use strict";

const QUESTIONS = ["coherence", "quality"];
const element = (id) => document.getElementById(id);

/** What a listener did so far, kept by the browser under the test's name. */
class Session {
  constructor(test, names) {
    this.place = `kinescore-listening-${test}`;
    this.kept = true;
    const before = this.read();
    const random = crypto.getRandomValues(new Uint32Array(5));
    this.state = before || {
      session: [...random.slice(1)].map((word) => word.toString(16).padStart(8, "0")).join(""),
      seed: random[0], nickname: "", started: false, position: 0, heard: {}, ratings: {},
    };
    this.order = shuffled(names, this.state.seed);
    this.write();
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.place));
    } catch {
      this.kept = false;
      return null;
    }
  }

  write() {
    try {
      localStorage.setItem(this.place, JSON.stringify(this.state));
    } catch {
      this.kept = false;
    }
  }

  change(values) {
    Object.assign(this.state, values);
    this.write();
  }

  rated(name) {
    const marks = this.state.ratings[name] || {};
    return QUESTIONS.every((question) => marks[question]);
  }
}

/** The same order for the same seed: Fisher and Yates, with the generator mulberry32. */
function shuffled(names, seed) {
  const order = [...names];
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

class ListeningTest {
  constructor(data) {
    this.data = data;
    this.items = new Map(data.items.map((item) => [item.id, item]));
    this.session = new Session(data.test, [...this.items.keys()]);
    this.audio = element("sound");
    this.skeleton = new Skeleton(element("stage"), data.movements[0]);
    this.marked = 0;
    this.listen();
    element("unkept").hidden = this.session.kept;
    element("nickname").value = this.session.state.nickname;
    if (!this.session.state.started) this.open("intro");
    else if (this.session.order.every((name) => this.session.rated(name))) this.open("end");
    else this.show(this.session.state.position);
  }

  get name() {
    return this.session.order[this.session.state.position];
  }

  get heard() {
    return Boolean(this.session.state.heard[this.name]);
  }

  listen() {
    element("start").addEventListener("click", () => this.start());
    element("nickname").addEventListener("input", (event) => this.session.change({ nickname: event.target.value }));
    element("play").addEventListener("click", () => this.toggle());
    element("back").addEventListener("click", () => this.step(-1));
    element("next").addEventListener("click", () => this.step(1));
    element("review").addEventListener("click", () => this.show(0));
    for (const button of document.querySelectorAll(".save")) button.addEventListener("click", () => this.save());
    for (const button of document.querySelectorAll(".rate")) {
      button.addEventListener("click", () =>
        this.rate(button.closest(".question").dataset.question, Number(button.dataset.value)));
    }
    document.querySelectorAll(".question").forEach((question, number) =>
      question.addEventListener("focusin", () => this.mark(number)));
    this.audio.addEventListener("ended", () => this.onEnd());
    this.audio.addEventListener("play", () => this.follow());
    this.audio.addEventListener("pause", () => this.showPlaying());
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  open(part) {
    for (const id of ["intro", "trial", "end"]) element(id).hidden = id !== part;
    element(`${part}-title`).focus();
  }

  start() {
    this.session.change({ started: true });
    this.show(this.session.state.position);
  }

  /** Shows the sound at `position` of this listener's order. */
  show(position) {
    this.audio.pause();
    this.session.change({ position });
    const item = this.items.get(this.name);
    this.audio.src = item.sound;
    this.skeleton.movement = this.data.movements[item.movement];
    element("number").textContent = position + 1;
    element("heard").value = 0;
    this.open("trial");
    this.skeleton.draw(0);
    this.mark(0);
    this.say(this.heard ? "" : "Listen to the end, then rate.");
    this.showMarks();
    this.showPlaying();
  }

  step(by) {
    const { order, state } = this.session, target = state.position + by;
    if (target < 0) return;
    if (by > 0 && !this.session.rated(this.name)) {
      this.say(this.heard ? "Give both marks first." : "Listen to the end first, then give both marks.");
      return;
    }
    if (target < order.length) {
      this.show(target);
      return;
    }
    const open = order.findIndex((name) => !this.session.rated(name));
    if (open >= 0) this.show(open);
    else {
      this.audio.pause();
      this.open("end");
    }
  }

  toggle() {
    if (!this.audio.paused) this.audio.pause();
    else this.audio.play().catch(() => this.say("This browser cannot play the sound."));
  }

  follow() {
    this.showPlaying();
    const step = () => {
      this.skeleton.draw(this.audio.currentTime);
      if (this.audio.duration) element("heard").value = this.audio.currentTime / this.audio.duration;
      if (!this.audio.paused) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  onEnd() {
    this.session.change({ heard: { ...this.session.state.heard, [this.name]: true } });
    element("heard").value = 1;
    if (!this.session.rated(this.name)) this.say("Now rate it: coherence, then quality.");
    this.showMarks();
    this.showPlaying();
  }

  rate(question, value) {
    if (!this.heard) {
      this.say("Listen to the end first, then rate.");
      return;
    }
    const { ratings } = this.session.state;
    this.session.change({ ratings: { ...ratings, [this.name]: { ...ratings[this.name], [question]: value } } });
    this.showMarks();
    this.say(`${question}: ${value}. ${this.session.rated(this.name) ? "Both marks given; go on with →." : ""}`);
  }

  /** Marks the question that digits answer. */
  mark(number) {
    this.marked = number;
    document.querySelectorAll(".question").forEach((part, i) => part.classList.toggle("marked", i === number));
  }

  onKey(event) {
    if (element("trial").hidden || event.ctrlKey || event.altKey || event.metaKey) return;
    const value = Number(event.key);
    const actions = {
      " ": () => this.toggle(),
      ArrowUp: () => this.mark(0),
      ArrowDown: () => this.mark(1),
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
    };
    if (event.key === " " && event.target.matches("button")) return;
    if (value >= 1 && value <= 5) this.rateByKey(value);
    else if (actions[event.key]) actions[event.key]();
    else return;
    event.preventDefault();
  }

  rateByKey(value) {
    this.rate(QUESTIONS[this.marked], value);
    if (this.heard) this.mark(Math.min(this.marked + 1, 1));
  }

  showMarks() {
    const { ratings } = this.session.state, marks = ratings[this.name] || {};
    for (const button of document.querySelectorAll(".rate")) {
      const chosen = marks[button.closest(".question").dataset.question] === Number(button.dataset.value);
      button.setAttribute("aria-pressed", String(chosen));
      button.setAttribute("aria-disabled", String(!this.heard));
    }
    const done = this.session.order.filter((name) => this.session.rated(name)).length;
    element("done").value = done;
    element("next").setAttribute("aria-disabled", String(!this.session.rated(this.name)));
    element("back").disabled = this.session.state.position === 0;
    element("save-part").hidden = done === 0;
  }

  showPlaying() {
    element("play").textContent = this.audio.paused ? (this.heard ? "Play again" : "Play") : "Pause";
  }

  say(sentence) {
    element("status").textContent = sentence;
  }

  /** Offers the ratings as a file; nothing leaves the browser in any other way. */
  save() {
    const { session, seed, nickname, ratings } = this.session.state;
    const rated = this.session.order.filter((name) => this.session.rated(name));
    const file = {
      kinescore_listening_ratings: 1, test: this.data.test, session, seed, nickname, order: this.session.order,
      ratings: rated.map((item) => ({ item, ...ratings[item] })),
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
    link.download = `ratings-${session.slice(0, 8)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    const sentence = `${rated.length} of ${this.session.order.length} ratings saved as ${link.download}.`;
    element("saved").textContent = sentence;
    this.say(sentence);
  }
}

new ListeningTest(embedded(element("test")));
