// The loupe: one glass at full size beside the pointer or the focus.
import { link } from "./console.js";
import { paint } from "./glass.js";
import { state, title, view } from "./tile.js";
import { age, el } from "./words.js";

const loupe = document.getElementById("loupe");
let look = () => ({});
let wanted = () => false;

/**
 * Shows the loupe over a wall.
 *
 * `lookUp(key)` gives {row, tile}; `isWanted()` says whether the tiles are too small to read.
 */
export function loupeOver(wall, lookUp, isWanted) {
  look = lookUp;
  wanted = isWanted;
  wall.addEventListener("pointerover", (event) => {
    const tile = event.target.closest(".tile");
    if (tile && event.pointerType === "mouse") lift(tile);
  });
  wall.addEventListener("pointerleave", lower);
  wall.addEventListener("focusin", (event) => event.target.matches?.(".tile:focus-visible") && lift(event.target));
  wall.addEventListener("focusout", lower);
  addEventListener("scroll", lower, { passive: true });
}

let loupeTimer = 0;
function lift(element) {
  clearTimeout(loupeTimer);
  if (!wanted()) return;
  loupeTimer = setTimeout(() => showLoupe(element), 60);
}
function lower() {
  clearTimeout(loupeTimer);
  loupe.hidden = true;
}
function showLoupe(element) {
  const { row, tile } = look(element.dataset.badge);
  if (!row || !element.isConnected) return;
  const canvas = loupe.querySelector("canvas");
  canvas.hidden = !tile.frame;
  if (tile.frame) paint(canvas, tile.frame, Math.max(1, Math.round(view.ratio)), view.ratio);
  loupe.querySelector(".who").textContent = title(row);
  loupe.querySelector(".what").replaceChildren(...facts(row));
  loupe.hidden = false;
  const at = element.getBoundingClientRect();
  const width = loupe.offsetWidth;
  const height = loupe.offsetHeight;
  const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), innerWidth - width - 8);
  const below = at.bottom + 8 + height < innerHeight;
  loupe.style.left = `${left}px`;
  loupe.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - height - 8)}px`;
}

function facts(row) {
  const list = [el("span", { class: "code" }, row.badge ?? row.device), state(row.presence)];
  if (row.presence && row.presence !== "connected" && row.heardMs) list.push(el("span", {}, `heard ${age(row.heardMs, link.now())}`));
  if (row.link) list.push(el("span", { class: `tone-${row.link}` }, `link ${row.link}`));
  if (row.batteryPercent !== undefined) {
    list.push(el("span", {}, `battery ${row.batteryPercent} %${row.charging ? ", charging" : ""}`));
  }
  if (row.powerTier && row.powerTier !== "full") list.push(el("span", {}, `power ${row.powerTier}`));
  if (row.accessPoint) list.push(el("span", {}, row.accessPoint));
  if (row.glass?.screen) list.push(el("span", {}, `screen ${row.glass.screen}`));
  return list;
}
