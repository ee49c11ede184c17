// The wall's picture of the fleet: rows by badge, and which of them a filter lets through.

const WORDS = new Set(["connected", "unreachable", "disconnected", "lost", "asleep", "unconfirmed"]);
const LINKS = new Set(["good", "okay", "flapping", "dark"]);

/** What is filtered and searched for, as it stands in the address. */
export class Filter {
  presence = new Set();
  link = new Set();
  label = "";
  ap = "";
  silentMinutes = 0;
  search = "";
  density = "";

  static parse(query) {
    const params = new URLSearchParams(query);
    const filter = new Filter();
    const words = (name, known) =>
      new Set((params.get(name) ?? "").split(",").filter((word) => known.has(word)));
    filter.presence = words("presence", WORDS);
    filter.link = words("link", LINKS);
    filter.label = params.get("label") ?? "";
    filter.ap = params.get("ap") ?? "";
    filter.silentMinutes = Math.max(0, Number.parseInt(params.get("silent") ?? "0", 10) || 0);
    filter.search = params.get("q") ?? "";
    filter.density = ["s", "m", "l"].includes(params.get("density")) ? params.get("density") : "";
    return filter;
  }

  query() {
    const params = new URLSearchParams();
    const set = (name, value) => value && params.set(name, value);
    set("q", this.search);
    set("presence", [...this.presence].join(","));
    set("link", [...this.link].join(","));
    set("label", this.label);
    set("ap", this.ap);
    set("silent", this.silentMinutes ? String(this.silentMinutes) : "");
    set("density", this.density);
    const text = params.toString();
    return text ? `?${text}` : location.pathname;
  }

  /** Whether anything but the density is set. */
  get narrows() {
    return Boolean(
      this.presence.size || this.link.size || this.label || this.ap || this.silentMinutes || this.search,
    );
  }

  lets(row, now) {
    if (this.presence.size && !this.presence.has(row.presence)) return false;
    if (this.link.size && !this.link.has(row.link)) return false;
    if (this.label && !labels(row).includes(this.label)) return false;
    if (this.ap && row.accessPoint !== this.ap) return false;
    if (this.silentMinutes) {
      const quiet = row.presence !== "connected" && row.presence !== "asleep";
      if (!quiet || now - (row.heardMs ?? 0) < this.silentMinutes * 60_000) return false;
    }
    return !this.search || words(row).includes(fold(this.search));
  }
}

/** Labels of the badge and the role of its wearer. */
export function labels(row) {
  return row.role ? [...(row.labels ?? []), row.role] : (row.labels ?? []);
}

/** Letters without case and accents, so that "zoe" finds "Zoë". */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

const folded = new WeakMap();

function words(row) {
  let text = folded.get(row);
  if (text === undefined) {
    text = fold([row.name, row.company, row.key, row.device, row.claimCode, row.role, row.accessPoint].filter(Boolean).join(" "));
    folded.set(row, text);
  }
  return text;
}
