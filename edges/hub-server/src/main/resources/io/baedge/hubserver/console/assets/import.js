// Imports: file, mapping, dry run, apply. The hub reads and checks; this page only asks and shows.
import { call, fault, say } from "./console.js";
import { count, el, plural } from "./words.js";

const FIELDS = [
  ["key", "Key", "stays the same, for example the ticket code"],
  ["name", "Name", "or first and last name"],
  ["first", "First name", ""],
  ["last", "Last name", ""],
  ["title", "Title", "what they do"],
  ["company", "Company", ""],
  ["social", "Social", "handle"],
  ["link", "Link", "behind the QR code"],
  ["role", "Role", "decides the band"],
];
const $ = (id) => document.getElementById(id);

// ---- People

let csv = null;

async function choose(file) {
  if (!file) return;
  csv = file;
  $("chosen").textContent = `${file.name}, ${count(Math.ceil(file.size / 1024))} KB`;
  $("chosen").hidden = false;
  $("preview").hidden = true;
  $("done").hidden = true;
  const headers = headerNames(await file.slice(0, 16_384).text());
  $("mapping").querySelector(".mapping").replaceChildren(
    ...FIELDS.map(([field, label, hint]) => {
      const select = el("select", { "data-field": field }, el("option", { value: "" }, "found by its header"));
      for (const header of headers) select.append(el("option", { value: header }, header));
      return el("label", { class: "field" }, el("span", {}, label), select, el("span", { class: "hint" }, hint));
    }),
  );
  $("mapping").hidden = false;
  await preview(true);
}

// Only for the choices of the mapping; the hub reads the file itself.
function headerNames(text) {
  const line = text.replace(/^\ufeff/, "").split(/\r?\n/, 1)[0];
  const separator = [",", ";", "\t", "|"].reduce((a, b) => (line.split(b).length > line.split(a).length ? b : a));
  return line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, "").replace(/""/g, '"')).filter(Boolean);
}

function query(dryRun) {
  const params = new URLSearchParams(dryRun ? { dryRun: "true" } : {});
  for (const select of document.querySelectorAll("[data-field]")) {
    if (select.value) params.set(select.dataset.field, select.value);
  }
  return params;
}

async function send(path, file, type) {
  let answer;
  try {
    answer = await fetch(path, { method: type.method, headers: { "Content-Type": type.name }, body: file });
  } catch {
    fault("The hub did not answer.", "Nothing was changed as far as this page knows; try again when it is back.");
    return null;
  }
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) return json;
  const problems = (json.problems ?? []).map((problem) => `${problem.field} ${problem.message}`);
  const shown = problems.slice(0, 5).join("; ");
  fault(`${file.name} was not taken.`, problems.length ? `${shown}${problems.length > 5 ? `; and ${problems.length - 5} more` : ""}. Nothing was changed.` : `${json.title ?? ""} Nothing was changed.`);
  return null;
}
const CSV = { method: "POST", name: "text/csv" };

function difference(done) {
  return `${plural(done.created ?? 0, "person is", "people are")} new, ${count(done.changed ?? 0)} changed, ${count(done.unchanged ?? 0)} stay as they are`;
}

async function preview(quietly) {
  const done = await send(`/api/v1/people/import?${query(true)}`, csv, CSV);
  $("preview").hidden = !done;
  if (!done) return;
  for (const select of document.querySelectorAll("[data-field]")) {
    const found = done.columns[select.dataset.field];
    if (!select.value && found) select.options[0].textContent = `found: ${found}`;
  }
  const verdict = $("preview").querySelector(".verdict");
  verdict.textContent = `${plural(done.people, "person", "people")} in the file: ${difference(done)}.`;
  $("preview").querySelector("tbody").replaceChildren(
    ...done.sample.map((person) =>
      el("tr", {}, ...["key", "name", "title", "company", "role"].map((field) => el("td", { dir: "auto" }, person[field] ?? ""))),
    ),
  );
  $("preview").querySelector(".unused").textContent =
    (done.people > done.sample.length ? `The first ${done.sample.length} are shown. ` : "") +
    (done.unused.length ? `Not used: ${done.unused.join(", ")}.` : "");
  say(verdict.textContent);
  if (!quietly || document.activeElement === $("csv")) $("apply").focus();
}

$("csv").addEventListener("change", () => choose($("csv").files[0]));
$("try").addEventListener("click", () => preview(false));
$("again").addEventListener("click", () => $("csv").click());
$("apply").addEventListener("click", async () => {
  const done = await send(`/api/v1/people/import?${query(false)}`, csv, CSV);
  if (!done) return;
  $("mapping").hidden = true;
  $("preview").hidden = true;
  $("done").hidden = false;
  const verdict = $("done").querySelector(".verdict");
  verdict.textContent = `Done: ${difference(done)}.`;
  say(verdict.textContent);
  $("done").querySelector("a").focus();
});
for (const drop of document.querySelectorAll(".drop")) {
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const [file] = event.dataTransfer.files;
    if (drop.contains($("csv"))) choose(file);
    else chooseSchedule(file);
  });
}

// ---- Schedule

let schedule = null;
const scheduleType = () => ({ method: "PUT", name: /\.xml$/i.test(schedule.name) ? "application/xml" : "application/json" });
const scheduleQuery = (dryRun) =>
  new URLSearchParams({ ...(dryRun && { dryRun: "true" }), ...($("speakers").checked && { speakers: "true" }) });

async function chooseSchedule(file) {
  if (!file) return;
  schedule = file;
  const done = await send(`/api/v1/schedule?${scheduleQuery(true)}`, schedule, scheduleType());
  $("schedule-preview").hidden = !done;
  $("schedule-apply").hidden = false;
  if (!done) return;
  const speakers = done.speakersImported ? ` with ${plural(done.speakers, "speaker")} (${difference(done.speakersImported)})` : "";
  verdictOfSchedule(`${done.conference || "The conference"}: ${plural(done.sessions, "session")}${speakers}.`);
  $("schedule-preview").querySelector("ul").replaceChildren(...done.notes.slice(0, 6).map((note) => el("li", {}, note)));
  $("schedule-apply").focus();
}
function verdictOfSchedule(text) {
  $("schedule-preview").querySelector(".verdict").textContent = text;
  say(text);
}
$("schedule").addEventListener("change", () => chooseSchedule($("schedule").files[0]));
$("speakers").addEventListener("change", () => chooseSchedule(schedule));
$("schedule-apply").addEventListener("click", async () => {
  const done = await send(`/api/v1/schedule?${scheduleQuery(false)}`, schedule, scheduleType());
  if (!done) return;
  $("schedule-apply").hidden = true;
  verdictOfSchedule(`Done: ${plural(done.sessions, "session")} on the badges from now on.`);
});

export { call };
