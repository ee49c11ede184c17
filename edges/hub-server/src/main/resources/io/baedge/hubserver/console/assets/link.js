// The page's one connection to the hub: server-sent events, resumed where they broke off.

const SILENCE_MS = 12_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 4_000;
const HIDDEN_GRACE_MS = 30_000;

/** Delivers the hub's events to listeners and says when the hub is away and back. */
export class Link {
  #topics;
  #listeners = new Map();
  #source = null;
  #key = "";
  #lastId = "";
  #attempts = 0;
  #retry = 0;
  #watch = 0;
  #pause = 0;
  #awaySince = 0;
  #skewMs = 0;

  constructor(topics) {
    this.#topics = topics;
    document.addEventListener("visibilitychange", () => this.#visibility());
    window.addEventListener("pagehide", () => this.#close());
    window.addEventListener("pageshow", (event) => event.persisted && this.#open());
    window.addEventListener("online", () => this.#awaySince && this.#open());
  }

  /** Opens the connection; only events of one badge when a key is given. */
  start() {
    this.#key = document.body.querySelector("[data-badge][id=badge]")?.dataset.badge ?? "";
    this.#open();
  }

  /** The page has read everything up to this event. */
  resumeAfter(id) {
    if (!this.#source) this.#lastId = id;
  }

  /** Kinds: the hub's events, and `away` (since), `back` (awayMs, sameHub). */
  on(kind, listener) {
    const list = this.#listeners.get(kind) ?? [];
    list.push(listener);
    this.#listeners.set(kind, list);
  }

  /** The hub's wall clock now, so that ages do not depend on the viewer's clock. */
  now() {
    return Date.now() + this.#skewMs;
  }

  #emit(kind, data) {
    for (const listener of this.#listeners.get(kind) ?? []) listener(data);
  }

  #open() {
    this.#close();
    const query = new URLSearchParams({ topics: this.#topics.join(",") });
    if (this.#key) query.set("key", this.#key);
    if (this.#lastId) query.set("since", this.#lastId);
    const source = new EventSource(`/api/v1/events?${query}`);
    this.#source = source;
    source.onerror = () => source === this.#source && this.#broken();
    for (const kind of ["hello", "reset", "time", "rows", "gone", "fleet", "note"]) {
      source.addEventListener(kind, (event) => this.#heard(kind, event));
    }
    this.#alive();
  }

  #heard(kind, event) {
    if (event.lastEventId) this.#lastId = event.lastEventId;
    const data = JSON.parse(event.data);
    this.#alive();
    if (kind === "hello" || kind === "time") this.#skewMs = data.nowMs - Date.now();
    if (kind === "hello") {
      this.#attempts = 0;
      if (this.#awaySince) {
        const awayMs = Date.now() - this.#awaySince;
        this.#awaySince = 0;
        this.#emit("back", { awayMs });
      }
    }
    this.#emit(kind, data);
  }

  #alive() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#broken(), SILENCE_MS);
  }

  // The browser's own retry gives up on some answers, so this one is ours: full jitter.
  #broken() {
    this.#close();
    if (!this.#awaySince) {
      this.#awaySince = Date.now();
      this.#emit("away", { since: this.#awaySince });
    }
    const cap = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts++);
    this.#retry = setTimeout(() => this.#open(), 200 + Math.random() * cap);
  }

  #close() {
    clearTimeout(this.#watch);
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  // Browsers allow six connections to one origin: a page nobody looks at gives its own back.
  #visibility() {
    clearTimeout(this.#pause);
    if (document.hidden) {
      this.#pause = setTimeout(() => this.#close(), HIDDEN_GRACE_MS);
    } else if (!this.#source) {
      this.#open();
    }
  }
}
