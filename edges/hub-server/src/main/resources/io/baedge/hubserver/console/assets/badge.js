// One badge: its live glass, its curves, and what can be done with it.
import { call, fault, key, link, say } from "./console.js";
import { Frames, paint } from "./glass.js";
import { clock, plural, span } from "./words.js";

const page = document.getElementById("badge");
const { badge } = page.dataset;
const path = `/api/v1/badges/${encodeURIComponent(badge)}`;
const canvas = document.getElementById("glass");
const noGlass = document.getElementById("noglass");
const frames = new Frames();
const still = matchMedia("(prefers-reduced-motion: reduce)");

// ---- The glass, as large as fits in whole steps

let shownHash = "";
let shownFrame = null;
function show(hash) {
  canvas.hidden = !hash;
  noGlass.hidden = Boolean(hash);
  if (!hash || hash === shownHash) return;
  const first = !shownHash;
  shownHash = hash;
  frames.want(hash, (frame) => {
    if (hash !== shownHash) return;
    shownFrame = frame;
    fit();
    if (!first && !still.matches) canvas.animate([{ opacity: 0.35 }, { opacity: 1 }], { duration: 150 });
  });
}
function fit() {
  if (!shownFrame) return;
  const box = canvas.parentElement;
  const style = getComputedStyle(box);
  const room = box.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const ratio = devicePixelRatio;
  const step = Math.max(1, Math.min(Math.floor((room * ratio) / shownFrame.width), Math.floor(3 * ratio)));
  paint(canvas, shownFrame, step, ratio);
}
addEventListener("resize", fit);
show(page.dataset.hash);

// ---- The parts that change are rendered by the hub; a change asks for them again, at most twice a second

let refresh = 0;
function changed() {
  refresh ||= setTimeout(() => {
    refresh = 0;
    document.body.dispatchEvent(new CustomEvent("baedge:changed"));
  }, 500);
}
link.resumeAfter(page.dataset.at);
link.on("rows", ({ rows }) => {
  for (const row of rows) {
    show(row.glass?.hash ?? "");
    page.dataset.device = row.device ?? "";
    changed();
  }
});
link.on("note", changed);
link.on("reset", changed);
link.on("back", changed);
link.on("gone", () => fault("This badge is out of use.", "It was retired; its history stays in the store."));

function clocks() {
  for (const element of document.querySelectorAll("[data-clock]")) {
    const ms = Number(element.dataset.clock);
    const words = ms ? moment(ms) : "unknown";
    if (element.textContent !== words) element.textContent = words;
  }
}
function moment(ms) {
  const date = new Date(ms);
  const today = date.toDateString() === new Date().toDateString();
  return today ? date.toLocaleTimeString([], { hourCycle: "h23" }) : `${date.toLocaleDateString([], { day: "numeric", month: "short" })} ${clock(ms)}`;
}
document.addEventListener("htmx:afterSettle", clocks);
clocks();

// ---- Curves

let spanMs = 600_000;
let plots = [];
let unsure = [];
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

async function curves() {
  const to = Math.round(link.now());
  const query = new URLSearchParams({ from: String(to - spanMs), to: String(to), buckets: "240" });
  let data;
  try {
    const answer = await fetch(`${path}/history?${query}`);
    if (!answer.ok) return;
    data = await answer.json();
  } catch {
    return;
  }
  for (const plot of plots) plot.destroy();
  plots = [];
  const some = data.points.length > 0;
  document.getElementById("nocurve").hidden = some;
  for (const id of ["battery", "signal"]) document.getElementById(id).hidden = !some;
  if (!some) return;
  unsure = data.points.map((point) => point.uncertaintyMs);
  plots.push(plot("battery", data, "batteryPercent", "battery %", [0, 100], "--accent"));
  plots.push(plot("signal", data, "rssiDbm", "signal dBm", [-95, -30], "--asleep"));
  readOff("battery", plots[0]);
  readOff("signal", plots[1]);
}

function plot(id, data, field, label, range, tone) {
  const element = document.getElementById(id);
  const times = data.points.map((point) => point.atMs / 1000);
  const mean = data.points.map((point) => point[field]?.mean ?? null);
  const low = data.points.map((point) => point[field]?.min ?? null);
  const high = data.points.map((point) => point[field]?.max ?? null);
  const grid = { stroke: colour("--line"), width: 1 };
  const axis = { stroke: colour("--quiet"), grid, ticks: grid, font: `12px ${colour("--font")}` };
  const line = colour(tone);
  return new globalThis.uPlot(
    {
      width: element.clientWidth,
      height: 150,
      cursor: { y: false },
      legend: { show: false },
      scales: { x: { time: true, range: [data.fromMs / 1000, data.toMs / 1000] }, y: { range } },
      axes: [{ ...axis, values: (_, splits) => splits.map((s) => clock(s * 1000)) }, { ...axis, size: 44 }],
      bands: [{ series: [3, 2], fill: `${line}26` }],
      series: [{}, { label, stroke: line, width: 2, spanGaps: false, points: { size: 5, fill: line } },
        { label: "lowest", stroke: "transparent", points: { show: false } },
        { label: "highest", stroke: "transparent", points: { show: false } }],
      hooks: { drawAxes: [(u) => marks(u, data.events)], setCursor: [(u) => readOff(id, u)] },
    },
    [times, mean, low, high],
    element,
  );
}

// The value under the pointer, else the newest one.
function readOff(id, u) {
  const values = u.data[1];
  let at = u.cursor.idx ?? values.length - 1;
  while (at > 0 && values[at] === null) at--;
  const value = values[at];
  const unit = id === "battery" ? "%" : "dBm";
  const words = value === null || value === undefined ? "unknown" : `${value} ${unit} ${when(u.data[0][at] * 1000, unsure[at])}`;
  document.getElementById(`${id}-now`).textContent = words;
}

// A time and how unsure it is; a few seconds do not matter on a clock of minutes.
function when(ms, uncertaintyMs) {
  if (uncertaintyMs === undefined) return `at ${clock(ms)} or earlier`;
  return uncertaintyMs < 5_000 ? `at ${clock(ms)}` : `at ${clock(ms)} ± ${span(uncertaintyMs)}`;
}

// Happenings of the badge as hairlines with their word; a band where the time is unsure.
function marks(u, events) {
  const { ctx } = u;
  ctx.save();
  ctx.font = `${11 * devicePixelRatio}px ${colour("--font")}`;
  let free = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const x = Math.round(u.valToPos(event.atMs / 1000, "x", true));
    if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) continue;
    ctx.fillStyle = colour("--line-strong");
    ctx.fillRect(x, u.bbox.top, 1, u.bbox.height);
    band(u, event, x);
    if (x < free) continue;
    ctx.fillStyle = colour("--quiet");
    ctx.fillText(event.kind, x + 3, u.bbox.top + 11 * devicePixelRatio);
    free = x + ctx.measureText(event.kind).width + 12;
  }
  ctx.restore();
}

function band(u, event, x) {
  const { ctx, bbox } = u;
  const place = (ms) => Math.min(Math.max(u.valToPos(ms / 1000, "x", true), bbox.left), bbox.left + bbox.width);
  const open = event.uncertaintyMs === undefined;
  const from = open ? bbox.left : place(event.atMs - event.uncertaintyMs);
  const to = open ? x : place(event.atMs + event.uncertaintyMs);
  ctx.globalAlpha = 0.15;
  ctx.fillRect(from, bbox.top, to - from, bbox.height);
  ctx.globalAlpha = 1;
}

document.querySelector(".ranges").addEventListener("click", (event) => {
  const button = event.target.closest("[data-range]");
  if (!button) return;
  spanMs = Number(button.dataset.range);
  for (const other of document.querySelectorAll("[data-range]")) {
    other.setAttribute("aria-pressed", String(other === button));
  }
  curves();
});
document.addEventListener("baedge:theme", curves);
addEventListener("resize", () => plots.forEach((p) => p.setSize({ width: p.root.parentElement.clientWidth, height: 150 })));
setInterval(() => document.hidden || curves(), 15_000);
curves();

// ---- Actions

const push = document.getElementById("push");
const handOver = document.getElementById("handover");
document.querySelector(".head .actions").addEventListener("click", async (event) => {
  const act = event.target.closest("[data-do]")?.dataset.do;
  if (act === "push") openPush();
  if (act === "identify") {
    const done = await call("POST", "/api/v1/commands", { badges: [badge], kind: "identify" });
    if (done?.sent) say("The badge shows which one it is.");
    if (done?.refused?.length) fault("The badge cannot show itself now.", done.refused[0].reason);
  }
  if (act === "more") handOver.showModal();
});
function openPush() {
  push.querySelector(".consequence").textContent =
    "Goes to this glass now, or when the badge is back within that time. The wearer's own button still wins.";
  push.showModal();
}
key("p", openPush);
push.querySelector("form").addEventListener("submit", async (event) => {
  if (event.submitter?.value !== "push") return;
  const form = new FormData(event.target);
  const body = { badges: [badge], screen: form.get("screen"), forMs: Number(form.get("for")) };
  const done = await call("POST", "/api/v1/screens/push", body);
  if (done) say(`${body.screen} is ${done.onGlass ? "on the glass" : done.unreachable ? "waiting for the badge" : "on the way"}.`);
});
handOver.addEventListener("submit", async (event) => {
  const act = event.submitter?.value;
  if (!act || act === "cancel") return;
  const token = Number(page.dataset.token);
  const guard = Number.isFinite(token) && page.dataset.token ? { ifToken: token } : {};
  let body = act === "return" ? guard : {};
  if (act === "replace") {
    const device = new FormData(event.target).get("device").trim().toLowerCase();
    if (!device) {
      event.preventDefault();
      event.target.querySelector("input").focus();
      return;
    }
    body = { device, ...guard };
  }
  if (await call("POST", `${path}/${act}`, body)) {
    if (act === "retire") location.assign("/");
    else location.reload();
  }
});

export { plural };
