// People: search by htmx, a badge for a person in a few keystrokes.
import { call, fault, key, say, walk } from "./console.js";
import { el } from "./words.js";

const search = document.querySelector("[data-search]");
const rows = document.getElementById("rows");

if (rows) {
  walk("tr[data-key]");
  key("Enter", () => {
    const row = document.activeElement.closest?.("tr[data-key]");
    if (row) open(row);
    return Boolean(row);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    // The answer to the last letters may still be on its way.
    if (search.dataset.seen === search.value) first();
    else document.addEventListener("htmx:afterSettle", first, { once: true });
  });
  search.dataset.seen = search.defaultValue;
  // Letters typed before the scripts were there count too.
  if (search.value !== search.defaultValue) globalThis.htmx.trigger(search, "search");
  document.addEventListener("htmx:afterSettle", () => {
    search.dataset.seen = search.value;
    const n = rows.querySelectorAll("tr[data-key]").length;
    say(n === 1 ? "one person found" : `${n} people found`);
  });
  rows.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-key]");
    if (event.target.closest("[data-assign]")) open(row);
    if (event.target.closest("[data-take]")) take(row);
  });
}

function first() {
  const row = rows.querySelector("tr[data-key]");
  if (row) open(row);
}

// A person with a badge is opened; one without gets the field for a badge or a claim code.
function open(row) {
  if (row.dataset.badge) {
    location.assign(`/badges/${encodeURIComponent(row.dataset.badge)}`);
    return;
  }
  const cell = row.querySelector(".hand");
  const input = el("input", {
    type: "text",
    name: "badge",
    list: "unclaimed",
    placeholder: "badge or claim code",
    "aria-label": `Badge or claim code for ${row.querySelector(".name").textContent}`,
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "32",
  });
  const form = el("form", {}, input, el("button", { class: "button small primary" }, "Give"));
  const before = [...cell.childNodes];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    give(row, cell, input.value.trim().toLowerCase());
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    cell.replaceChildren(...before);
    row.focus();
  });
  cell.replaceChildren(form);
  input.focus();
}

// A claim code names a device that waits: its badge is made on the spot, named after the person.
async function give(row, cell, text) {
  if (!text) return;
  const waiting = [...document.querySelectorAll("#unclaimed option")].some((option) => option.value === text);
  const wearer = row.dataset.key;
  let badge = text;
  let done;
  if (waiting) {
    badge = `b-${text}`;
    done = await call("POST", "/api/v1/badges", { badges: [{ badge, wearer, device: text }] });
  } else {
    done = await call("PUT", `/api/v1/badges/${encodeURIComponent(badge)}/wearer`, { wearer });
  }
  if (!done) return;
  row.dataset.badge = badge;
  const name = row.querySelector(".name").textContent;
  cell.replaceChildren(
    el("a", { class: "code", href: `/badges/${badge}` }, badge),
    " ",
    el("button", { class: "button small plain", type: "button", "data-take": true, "aria-label": `Take badge ${badge} from ${name}` }, "Take back"),
  );
  say(`${name} has badge ${badge}`);
  search.focus();
  search.select();
}

async function take(row) {
  const { badge } = row.dataset;
  if (!(await call("DELETE", `/api/v1/badges/${encodeURIComponent(badge)}/wearer`))) return;
  row.dataset.badge = "";
  row.querySelector(".hand").replaceChildren(el("button", { class: "button small", type: "button", "data-assign": true }, "Give a badge"));
  say(`${row.querySelector(".name").textContent} has no badge now`);
  row.focus();
}

export { fault };
