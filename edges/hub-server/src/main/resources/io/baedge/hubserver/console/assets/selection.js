// Which tiles are selected, by pointer and by keys, and what can be done with them.
import { call, fault, say } from "./console.js";
import { plural } from "./words.js";

const bar = document.getElementById("actions");
const summary = bar.querySelector(".summary");
const pushDialog = document.getElementById("push");

export class Selection {
  #wall;
  #fleet;
  #chosen = new Set();
  #anchor = "";

  constructor(wall, fleet) {
    this.#wall = wall;
    this.#fleet = fleet;
    wall.addEventListener("click", (event) => this.#clicked(event));
    wall.addEventListener("dblclick", (event) => {
      const tile = event.target.closest(".tile");
      if (tile) fleet.open(tile.dataset.badge);
    });
    bar.addEventListener("click", (event) => this.#act(event.target.closest("[data-act]")?.dataset.act));
    pushDialog.querySelector("form").addEventListener("submit", (event) => this.#push(event));
  }

  #clicked(event) {
    const tile = event.target.closest(".tile");
    if (!tile) return;
    const { badge } = tile.dataset;
    tile.focus({ preventScroll: true });
    if (event.target.closest(".name")) {
      this.#fleet.open(badge);
    } else if (event.shiftKey && this.#anchor) {
      this.#range(this.#anchor, badge);
    } else {
      this.#flip(badge);
    }
  }

  #range(from, to) {
    const order = this.#fleet.order();
    const [a, b] = [order.indexOf(from), order.indexOf(to)].sort((x, y) => x - y);
    if (a < 0) return;
    for (const badge of order.slice(a, b + 1)) this.#mark(badge, true);
    this.#show();
  }

  #flip(badge) {
    this.#anchor = badge;
    this.#mark(badge, !this.#chosen.has(badge));
    this.#show();
  }

  #mark(badge, on) {
    if (on) this.#chosen.add(badge);
    else this.#chosen.delete(badge);
    this.#tile(badge)?.setAttribute("aria-selected", String(on));
  }

  #tile(badge) {
    return this.#wall.querySelector(`[data-badge="${CSS.escape(badge)}"]`);
  }

  #focused() {
    return document.activeElement?.closest?.(".tile");
  }

  /** Moves the focus along the shown tiles. */
  move(by) {
    const order = this.#fleet.order();
    if (!order.length) return;
    const at = order.indexOf(this.#focused()?.dataset.badge);
    const next = at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by));
    this.#focus(this.#tile(order[next]));
  }

  moveRow(by) {
    const focused = this.#focused();
    if (!focused) return false;
    const { top } = focused.getBoundingClientRect();
    const all = this.#fleet.order();
    const at = all.indexOf(focused.dataset.badge);
    let columns = 0;
    for (const badge of all) if (this.#tile(badge).getBoundingClientRect().top === top) columns++;
    const next = all[at + by * columns];
    if (next) this.#focus(this.#tile(next));
    return true;
  }

  #focus(tile) {
    for (const old of this.#wall.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
    tile.tabIndex = 0;
    tile.focus({ preventScroll: true, focusVisible: true });
    tile.scrollIntoView({ block: "nearest" });
  }

  focusFirst() {
    const [first] = this.#fleet.order();
    if (first) this.#focus(this.#tile(first));
  }

  /** One shown tile can always be reached by the Tab key. */
  keepFocusable(order) {
    if (order.length && !this.#wall.querySelector('.tile[tabindex="0"]:not([hidden])')) {
      this.#tile(order[0]).tabIndex = 0;
    }
  }

  toggle() {
    const tile = this.#focused();
    if (tile) this.#flip(tile.dataset.badge);
  }

  all() {
    for (const badge of this.#fleet.order()) this.#mark(badge, true);
    this.#show();
  }

  open() {
    const badge = this.#focused()?.dataset.badge;
    if (badge) this.#fleet.open(badge);
    return Boolean(badge);
  }

  clear() {
    for (const badge of [...this.#chosen]) this.#mark(badge, false);
    this.#show();
  }

  forget(badge) {
    if (this.#chosen.delete(badge)) this.#show();
  }

  #show() {
    const n = this.#chosen.size;
    bar.hidden = n === 0;
    document.body.classList.toggle("acting", n > 0);
    if (!n) return;
    const names = [...this.#chosen].slice(0, 2).map((badge) => this.#fleet.row(badge)?.name || badge);
    const more = n > names.length ? ` and ${n - names.length} more` : "";
    summary.textContent = `${plural(n, "badge")} selected: ${names.join(", ")}${more}`;
    bar.querySelector('[data-act="open"]').hidden = n !== 1;
    say(summary.textContent);
  }

  #act(act) {
    if (act === "clear") this.clear();
    if (act === "open") this.#fleet.open([...this.#chosen][0]);
    if (act === "identify") this.#command("identify", "Identify");
    if (act === "redraw") this.#command("redraw", "Redraw");
    if (act === "push") {
      const n = this.#chosen.size;
      pushDialog.querySelector(".consequence").textContent =
        `Goes to ${plural(n, "glass", "glasses")}. A badge out of reach gets it when it is back, as long as the time has not run out. A wearer's own button still wins.`;
      pushDialog.showModal();
    }
  }

  async #command(kind, title) {
    const done = await call("POST", "/api/v1/commands", { badges: [...this.#chosen], kind });
    if (done) report(title, done);
  }

  async #push(event) {
    if (event.submitter?.value !== "push") return;
    event.preventDefault();
    const form = new FormData(event.target);
    pushDialog.close();
    const body = { badges: [...this.#chosen], screen: form.get("screen"), forMs: Number(form.get("for")) };
    const done = await call("POST", "/api/v1/screens/push", body);
    if (done) report(`Push ${body.screen}`, done);
  }
}

function report(title, done) {
  const sent = done.sent ?? done.onGlass + done.onTheWay;
  const away = done.unreachable ?? 0;
  const words = `${title}: sent to ${plural(sent, "badge")}${away ? `, ${away} out of reach for now` : ""}`;
  summary.textContent = words;
  say(words);
  if (done.refused?.length) fault(`${title} was refused for ${plural(done.refused.length, "badge")}.`, done.refused[0].reason);
}
