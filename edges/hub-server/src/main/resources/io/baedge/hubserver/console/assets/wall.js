// The wall: every badge's live glass. Changes are collected and painted once per animation frame.
import { fault, key, link, say } from "./console.js";
import { sizeAt } from "./glass.js";
import { loupeOver } from "./loupe.js";
import { Filter, labels } from "./rows.js";
import { Selection } from "./selection.js";
import { Tile, measures, view } from "./tile.js";
import { count, el, plural } from "./words.js";

const wall = document.getElementById("wall");
const head = document.getElementById("fleet");
const shown = document.getElementById("shown");
const none = document.getElementById("none");
const empty = document.getElementById("empty");
const search = document.querySelector("[data-search]");
const narrow = matchMedia("(max-width: 640px)");

const rows = new Map();
const tiles = new Map();
const dirty = new Set();
let filter = Filter.parse(location.search);
let scheduled = 0;

const near = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const tile = tiles.get(entry.target.dataset.badge);
      if (!tile) continue;
      tile.near = entry.isIntersecting;
      if (tile.near) touch(entry.target.dataset.badge);
    }
  },
  { rootMargin: "400px" },
);

// ---- One paint per animation frame

function touch(badge) {
  dirty.add(badge);
  scheduled ||= requestAnimationFrame(flush);
}

function flush() {
  scheduled = 0;
  measures.flushes++;
  const now = link.now();
  let moved = false;
  const fresh = [];
  for (const badge of dirty) {
    const row = rows.get(badge);
    let tile = tiles.get(badge);
    if (!row) {
      tile?.element.remove();
      if (tile) near.unobserve(tile.element);
      tiles.delete(badge);
      selection.forget(badge);
      moved = true;
      continue;
    }
    if (!tile) {
      tile = new Tile(row);
      tiles.set(badge, tile);
      fresh.push(badge);
    }
    tile.update(row);
    const hidden = !filter.lets(row, now);
    if (tile.element.hidden !== hidden) {
      tile.element.hidden = hidden;
      moved = true;
    }
  }
  dirty.clear();
  if (fresh.length) insert(fresh);
  if (fresh.length || moved) arrange();
}

// Tiles stand in the order of their badges' names.
function insert(fresh) {
  fresh.sort();
  const existing = [...wall.children];
  let at = 0;
  const whole = document.createDocumentFragment();
  for (const badge of fresh) {
    while (at < existing.length && existing[at].dataset.badge < badge) at++;
    const { element } = tiles.get(badge);
    if (at < existing.length) wall.insertBefore(element, existing[at]);
    else whole.append(element);
  }
  wall.append(whole);
  for (const badge of fresh) near.observe(tiles.get(badge).element);
}

function arrange() {
  const visible = order();
  measures.tiles = tiles.size;
  layout(visible.length);
  shown.textContent = filter.narrows ? `${count(visible.length)} of ${plural(tiles.size, "badge")} shown` : "";
  none.hidden = visible.length > 0 || tiles.size === 0;
  empty.hidden = tiles.size > 0 || !loaded;
  chips();
  selection.keepFocusable(visible);
}

/** Badges that are shown, in the order of the wall. */
function order() {
  const list = [];
  for (const element of wall.children) if (!element.hidden) list.push(element.dataset.badge);
  return list;
}

// ---- Density: a box for the glass; S is as large as fits everybody on the screen

const GAP = { s: 2, m: 8, l: 12 };

function density() {
  return filter.density || (narrow.matches ? "m" : "s");
}

function layout(visible) {
  const size = density();
  wall.dataset.density = size;
  for (const button of document.querySelectorAll("[data-density-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.densityChoice === size));
  }
  const next = size === "s" ? smallest(visible) : size === "m" ? boxOf(148, 88) : boxOf(296, 176);
  const changed = next.width !== view.box.width || next.height !== view.box.height || view.ratio !== devicePixelRatio;
  wall.style.setProperty("--cell", `${next.width}px`);
  wall.style.setProperty("--rise", `${next.height}px`);
  wall.style.setProperty("--gap", `${next.gap ?? GAP[size]}px`);
  if (!changed) return;
  view.box = next;
  view.ratio = devicePixelRatio;
  for (const tile of tiles.values()) tile.draw();
}

function boxOf(width, height) {
  const room = wall.clientWidth || innerWidth;
  return { width: Math.min(width, room - 16), height };
}

// The usual glass is 296 x 128; the reduction is a whole number, so pixels stay true. What room is
// left goes between the tiles.
function smallest(visible) {
  const width = wall.clientWidth;
  const height = innerHeight - wall.getBoundingClientRect().top - scrollY - 12;
  const least = narrow.matches ? 60 : 46;
  let chosen = null;
  for (const step of [1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12]) {
    const [w, h] = sizeAt(296, 128, step, devicePixelRatio);
    if (w < least) break;
    chosen = { width: w, height: h, gap: GAP.s };
    const fits = (gap) => {
      const columns = Math.floor((width + gap) / (w + 2 + gap));
      return columns > 0 && Math.ceil(visible / columns) * (h + 2 + gap) <= height;
    };
    if (!fits(GAP.s)) continue;
    while (chosen.gap < 10 && fits(chosen.gap + 1)) chosen.gap++;
    break;
  }
  return chosen ?? { width: 46, height: 20, gap: GAP.s };
}

// ---- Filters

function refilter() {
  history.replaceState(null, "", filter.query());
  const now = link.now();
  for (const [badge, tile] of tiles) tile.element.hidden = !filter.lets(rows.get(badge), now);
  arrange();
}

let chipTimer = 0;
function chips() {
  chipTimer ||= setTimeout(() => {
    chipTimer = 0;
    paintChips();
  }, 200);
}

function paintChips() {
  const counts = new Map();
  const bump = (name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const roles = new Set();
  const points = new Set();
  for (const row of rows.values()) {
    bump(`presence:${row.presence}`);
    bump(`link:${row.link}`);
    for (const label of labels(row)) roles.add(label);
    if (row.accessPoint) points.add(row.accessPoint);
  }
  for (const chip of document.querySelectorAll("[data-chip]")) {
    const [kind, word] = chip.dataset.chip.split(":");
    const on = filter[kind].has(word);
    const n = counts.get(chip.dataset.chip) ?? 0;
    chip.hidden = n === 0 && !on;
    chip.setAttribute("aria-pressed", String(on));
    chip.querySelector(".n").textContent = count(n);
  }
  options(document.getElementById("label"), roles, filter.label);
  options(document.getElementById("ap"), points, filter.ap);
  document.getElementById("silent").value = String(filter.silentMinutes);
  document.getElementById("clear").hidden = !filter.narrows;
}

function options(select, words, chosen) {
  if (chosen) words.add(chosen);
  select.closest("label").hidden = words.size < 2 && !chosen;
  const wanted = ["", ...[...words].sort()];
  if (wanted.join("\n") !== [...select.options].map((option) => option.value).join("\n")) {
    const all = select.options[0]?.textContent ?? "";
    select.replaceChildren(...wanted.map((word) => el("option", { value: word }, word || all)));
  }
  select.value = chosen;
}

document.getElementById("filters").addEventListener("click", (event) => {
  const chip = event.target.closest("[data-chip]");
  if (chip) {
    const [kind, word] = chip.dataset.chip.split(":");
    if (!filter[kind].delete(word)) filter[kind].add(word);
    refilter();
  }
  const choice = event.target.closest("[data-density-choice]");
  if (choice) {
    filter.density = choice.dataset.densityChoice;
    refilter();
  }
});
for (const id of ["label", "ap"]) {
  document.getElementById(id).addEventListener("change", (event) => {
    filter[id] = event.target.value;
    refilter();
  });
}
document.getElementById("silent").addEventListener("change", (event) => {
  filter.silentMinutes = Number(event.target.value);
  refilter();
});
function clearFilter() {
  const { density: kept } = filter;
  filter = new Filter();
  filter.density = kept;
  search.value = "";
  refilter();
}
document.getElementById("clear").addEventListener("click", clearFilter);
none.querySelector("button").addEventListener("click", clearFilter);
search.value = filter.search;
search.addEventListener("input", () => {
  filter.search = search.value;
  refilter();
  say(`${plural(order().length, "badge")} shown`);
});
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    selection.focusFirst();
  }
});

// ---- Selection, keys, actions

const selection = new Selection(wall, {
  order,
  row: (badge) => rows.get(badge),
  open: (badge) => location.assign(rows.get(badge)?.badge ? `/badges/${encodeURIComponent(badge)}` : "/people"),
});
key("j", () => selection.move(1));
key("k", () => selection.move(-1));
key("x", () => selection.toggle());
key("Enter", () => selection.open());
key("Escape", () => selection.clear());
key("ArrowRight", () => selection.move(1));
key("ArrowLeft", () => selection.move(-1));
key("ArrowDown", () => selection.moveRow(1));
key("ArrowUp", () => selection.moveRow(-1));
key("a", () => selection.all());

loupeOver(
  wall,
  (key) => ({ row: rows.get(key), tile: tiles.get(key) }),
  () => density() !== "l" && !narrow.matches,
);

// ---- The hub's rows

let loaded = false;

/** Reads the whole fleet, page by page; rows that change meanwhile come through the events. */
async function load() {
  const seen = new Set();
  let cursor = "";
  do {
    const query = new URLSearchParams({ devices: "true", limit: "1000", ...(cursor && { cursor }) });
    let answer;
    try {
      answer = await fetch(`/api/v1/badges?${query}`);
    } catch {
      return;
    }
    if (!answer.ok) {
      fault("The list of badges could not be read.", `The hub answered ${answer.status}; reload the page to try again.`);
      return;
    }
    const page = await answer.json();
    if (!cursor) link.resumeAfter(page.at);
    for (const row of page.badges) {
      seen.add(row.key);
      rows.set(row.key, row);
      touch(row.key);
    }
    cursor = page.next ?? "";
  } while (cursor);
  for (const key of rows.keys()) {
    if (!seen.has(key)) {
      rows.delete(key);
      touch(key);
    }
  }
  loaded = true;
  scheduled ||= requestAnimationFrame(flush);
  if (tiles.size === 0) arrange();
}

link.on("rows", (data) => {
  for (const row of data.rows) {
    rows.set(row.key, row);
    touch(row.key);
  }
  chips();
});
link.on("gone", (data) => {
  for (const key of data.keys) {
    rows.delete(key);
    touch(key);
  }
});
link.on("reset", load);
link.on("fleet", (fleet) => {
  head.querySelector("[data-n=connected]").textContent = count(fleet.presence.connected);
  head.querySelector("[data-n=badges]").textContent = count(fleet.badges);
  const parts = [];
  for (const word of ["unreachable", "disconnected", "lost", "asleep", "unconfirmed"]) {
    if (fleet.presence[word]) parts.push(`${count(fleet.presence[word])} ${word}`);
  }
  if (fleet.unclaimed) parts.push(`${count(fleet.unclaimed)} unclaimed`);
  parts.push(`${count(fleet.screens.onGlass)} of ${count(fleet.screens.desired)} glasses as desired`);
  const { stored, refused } = fleet.samples;
  parts.push(`${plural(stored, "record")} stored${refused ? `, ${count(refused)} still on badges` : ", none lost"}`);
  head.querySelector(".more").replaceChildren(...parts.map((part) => el("span", {}, part)));
});
addEventListener("resize", () => layout(order().length));
narrow.addEventListener("change", () => layout(order().length));
setInterval(() => filter.silentMinutes && !document.hidden && refilter(), 10_000);
await load();
