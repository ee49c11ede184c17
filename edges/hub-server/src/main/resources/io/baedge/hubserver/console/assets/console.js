// What every page has: the link to the hub with its calm bar, ages, themes, keys, faults.
import { Link } from "./link.js";
import { age, clock, el, icon, span } from "./words.js";

const topics = (document.body.dataset.topics ?? "").split(",").filter(Boolean);
export const link = new Link(topics);

const live = document.getElementById("live");

/** Says one sentence to people who listen to the page. */
export function say(sentence) {
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = sentence));
}

// ---- The calm bar

const calm = document.getElementById("calm");
const calmText = calm.querySelector("p");
let calmTimer = 0;

link.on("away", ({ since }) => {
  clearTimeout(calmTimer);
  calm.classList.remove("well");
  calm.querySelector("use").setAttribute("href", "#i-unreachable");
  calmText.textContent = `hub unreachable since ${clock(since)}, retrying`;
  calm.hidden = false;
  document.body.dataset.hub = "away";
});
link.on("back", ({ awayMs }) => {
  calm.classList.add("well");
  calm.querySelector("use").setAttribute("href", "#i-connected");
  calmText.textContent = `hub is back after ${span(awayMs)}; this page is up to date again`;
  calm.hidden = false;
  document.body.dataset.hub = "here";
  calmTimer = setTimeout(() => (calm.hidden = true), 6000);
});

// ---- Faults stay until dismissed

const faults = document.getElementById("faults");

/** Shows what went wrong, with what, and what to do. */
export function fault(title, detail) {
  const close = el("button", { class: "button small", type: "button" }, "Dismiss");
  const box = el("div", { class: "fault", role: "alert" }, icon("alert"), el("p", {}, el("strong", {}, title), detail ? ` ${detail}` : ""), close);
  close.addEventListener("click", () => box.remove());
  while (faults.children.length > 4) faults.firstElementChild.remove();
  faults.append(box);
}

/** A call of the hub's API: the JSON answer, or null after the fault has been shown. */
export async function call(method, path, body, type = "application/json") {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": type },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    fault("The hub did not answer.", "Nothing was changed as far as this page knows; try again when it is back.");
    return null;
  }
  const text = await answer.text();
  const json = text && /json/.test(answer.headers.get("Content-Type") ?? "") ? JSON.parse(text) : {};
  if (answer.ok) return json;
  const more = (json.problems ?? []).map((problem) => `${problem.field} ${problem.message}`.trim()).join("; ");
  fault(json.title ?? `The hub answered ${answer.status}.`, more || json.detail || "");
  return null;
}

// htmx swaps only good answers; the others are faults like any other.
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  let problem = {};
  try {
    problem = JSON.parse(xhr.responseText);
  } catch {
    // Not a problem document; the status has to do.
  }
  fault(problem.title ?? `The hub answered ${xhr.status}.`, problem.detail ?? "");
});
document.addEventListener("htmx:sendError", () => fault("The hub did not answer.", "Try again when it is back."));

// ---- Ages

function tick() {
  const now = link.now();
  for (const element of document.querySelectorAll("[data-since]")) {
    const words = age(Number(element.dataset.since), now);
    if (element.textContent !== words) element.textContent = words;
  }
}
setInterval(() => document.hidden || tick(), 1000);
document.addEventListener("htmx:load", tick);
tick();

// ---- Theme: follows the system until a person chooses

const themes = ["auto", "light", "dark"];
const themeButton = document.querySelector("[data-theme-switch]");

function theme() {
  return document.documentElement.dataset.theme ?? "auto";
}
function showTheme() {
  const words = { auto: "as the system", light: "light", dark: "dark" };
  themeButton.querySelector("use").setAttribute("href", `#i-theme-${theme()}`);
  themeButton.setAttribute("aria-label", `Theme: ${words[theme()]}. Change`);
  themeButton.title = `Theme: ${words[theme()]}`;
}
themeButton.addEventListener("click", () => {
  const next = themes[(themes.indexOf(theme()) + 1) % themes.length];
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem("baedge-theme", next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  showTheme();
  document.dispatchEvent(new CustomEvent("baedge:theme"));
});
showTheme();

// ---- Keys

const keys = new Map();

/** Binds a key that works while no field has the focus. */
export function key(name, action) {
  keys.set(name, action);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  const field = event.target.closest("input, select, textarea, [contenteditable]");
  if (field && field.type !== "checkbox") {
    if (event.key === "Escape") field.blur();
    return;
  }
  // Enter and Space belong to the control that has the focus.
  if ((event.key === "Enter" || event.key === " ") && event.target.closest("button, a, summary")) return;
  const action = keys.get(event.key);
  if (action && action(event) !== false) event.preventDefault();
});

const help = document.getElementById("help");
function openHelp() {
  help.showModal();
}
key("?", openHelp);
document.querySelector("[data-help]").addEventListener("click", openHelp);
key("/", () => {
  const search = document.querySelector("[data-search]");
  search?.focus();
  search?.select();
});
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
}

/** j and k walk over elements, enter opens, x marks: for lists of rows. */
export function walk(selector) {
  const all = () => [...document.querySelectorAll(selector)];
  const step = (by) => {
    const rows = all();
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement.closest?.(selector));
    const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  key("j", () => step(1));
  key("k", () => step(-1));
  key("ArrowDown", () => step(1));
  key("ArrowUp", () => step(-1));
}

const page = document.body.dataset.module;
if (page) import(`./${page}.js`).finally(() => link.start());
else link.start();
