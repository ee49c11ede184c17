// Mishaps of the demo: cut, pull, kill; and what the fleet makes of it.
import { call, link, say } from "./console.js";
import { clock, count, el, icon } from "./words.js";

const QUIET = new Set(["glass", "desired", "device", "wearer", "import", "log"]);
const strip = document.getElementById("fleet");
const points = document.getElementById("access-points");
const batteries = document.getElementById("batteries");
const log = document.getElementById("log");

function show(list) {
  points.replaceChildren(...entries(list, "access-point", "Cut", "Mend"));
  batteries.replaceChildren(...entries(list, "battery", "Pull", "Put back"));
}

function entries(list, kind, start, end) {
  return list
    .filter((mishap) => mishap.kind === kind)
    .map((mishap) => {
      const button = el("button", { class: "button small", type: "button" }, mishap.active ? end : start);
      button.setAttribute("aria-label", `${button.textContent} ${mishap.label}`);
      button.addEventListener("click", () => choose({ id: mishap.id }, `${mishap.label}: ${mishap.active ? "mended" : "cut"}`));
      return el(
        "li",
        { class: mishap.active ? "active" : "" },
        icon(mishap.active ? (kind === "battery" ? "battery" : "link-dark") : kind),
        el("span", { class: "what" }, el("strong", {}, mishap.label), el("small", {}, [mishap.active ? (kind === "battery" ? "pulled" : "cut") : "works", mishap.detail].filter(Boolean).join(" · "))),
        button,
      );
    });
}

async function choose(choice, words) {
  const done = await call("POST", "/api/v1/mishaps", choice);
  if (!done) return;
  show(done.mishaps);
  say(words);
}

async function load() {
  let answer;
  try {
    answer = await fetch("/api/v1/mishaps");
  } catch {
    return;
  }
  if (answer.ok) show((await answer.json()).mishaps);
}

document.getElementById("pull").addEventListener("submit", (event) => {
  event.preventDefault();
  const target = new FormData(event.target).get("target").trim().toLowerCase();
  if (target) choose({ kind: "battery", target }, `battery of ${target} pulled`);
  event.target.reset();
});
document.getElementById("kill").addEventListener("click", () => choose({ id: "hub" }, "the hub is killed"));

link.on("fleet", (fleet) => {
  const parts = [el("span", {}, el("span", { class: "num" }, count(fleet.presence.connected)), ` of ${count(fleet.badges)} connected`)];
  for (const word of ["unreachable", "disconnected", "lost", "asleep", "unconfirmed"]) {
    if (fleet.presence[word]) {
      parts.push(el("span", { class: "state", "data-presence": word }, icon(word), `${count(fleet.presence[word])} ${word}`));
    }
  }
  parts.push(el("span", { class: "quiet" }, `${count(fleet.samples.stored)} records stored`));
  strip.replaceChildren(...parts);
});
link.on("note", ({ notes }) => {
  for (const note of notes) {
    // Pictures and values change all the time; this list is about what breaks and heals.
    if (QUIET.has(note.kind)) continue;
    log.querySelector(".quiet:only-child")?.remove();
    const what = el("span", { dir: "auto" });
    if (note.badge) what.append(el("a", { class: "code", href: `/badges/${note.badge}` }, note.badge), " ");
    what.append(note.text);
    log.prepend(el("li", {}, el("time", {}, clock(note.atMs)), el("span", { class: "tag" }, note.kind), what));
  }
  while (log.children.length > 60) log.lastElementChild.remove();
});
link.on("back", load);
setInterval(() => document.hidden || load(), 3000);

const badges = document.getElementById("badges");
fetch("/api/v1/badges?limit=1000")
  .then((answer) => answer.json())
  .then((page) => badges.replaceChildren(...page.badges.map((row) => el("option", { value: row.badge }, row.name ?? ""))))
  .catch(() => {});
await load();
