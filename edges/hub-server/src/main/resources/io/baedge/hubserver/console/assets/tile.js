// A tile of the wall: a badge's glass, name and signs.
import { Frames, picture, sizeAt, stepFor } from "./glass.js";
import { el, icon } from "./words.js";

const frames = new Frames();
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** For those who measure: pictures drawn, tiles there, times that changes were put on the page. */
export const measures = { paints: 0, tiles: 0, flushes: 0 };
globalThis.baedgeWall = measures;

/** The room that every glass has, in CSS pixels, and device pixels for one of them. */
export const view = { box: { width: 148, height: 88 }, ratio: devicePixelRatio };

/** One badge on the wall. */
export class Tile {
  constructor(row) {
    this.image = el("img", { alt: "", decoding: "sync", draggable: "false" });
    this.sign = el("span", { class: "sign" });
    this.name = el("span", { class: "name", dir: "auto" });
    this.notes = el("span", { class: "notes" });
    this.element = el(
      "li",
      { class: "tile", role: "option", tabindex: "-1", "aria-selected": "false", "data-badge": row.key },
      el("span", { class: "glass" }, this.image),
      el("span", { class: "caption" }, this.sign, this.name, this.notes),
    );
    this.hash = "";
    this.near = false;
    this.words = "";
  }

  update(row) {
    const words = [row.presence, row.link, row.name, batteryWords(row), row.wearer ?? ""].join("|");
    if (words !== this.words) {
      this.words = words;
      this.#texts(row);
    }
    this.#picture(row);
  }

  #texts(row) {
    this.element.dataset.presence = row.presence ?? "none";
    this.name.textContent = title(row);
    this.name.classList.toggle("nobody", !row.name);
    this.sign.replaceChildren(state(row.presence));
    this.notes.replaceChildren(...notes(row));
    this.element.setAttribute("aria-label", label(row));
  }

  #picture(row) {
    const hash = row.glass?.hash ?? "";
    if (!this.near || hash === this.hash || !hash) return;
    const first = !this.hash;
    this.hash = hash;
    frames.want(hash, (frame) => {
      if (this.hash !== hash) return;
      this.frame = frame;
      this.draw();
      if (!first && !still.matches) {
        this.image.animate([{ opacity: 0.35 }, { opacity: 1 }], { duration: 150, easing: "ease-out" });
      }
    });
  }

  draw() {
    if (!this.frame) return;
    const step = fit(this.frame, view.box, view.ratio);
    const [width, height] = sizeAt(this.frame.width, this.frame.height, step, view.ratio);
    this.image.src = picture(this.frame, step);
    this.image.style.width = `${width}px`;
    this.image.style.height = `${height}px`;
    measures.paints++;
    this.element.classList.add("lit");
  }
}

function fit(frame, room, ratio) {
  const wide = stepFor(frame.width, room.width, ratio);
  const high = stepFor(frame.height, room.height, ratio);
  return Math.min(wide, high);
}

/** The wearer; else the badge; else what the device shows to be claimed. */
export function title(row) {
  return row.name || row.badge || `claim ${row.claimCode ?? ""}`;
}

export function state(presence) {
  const word = presence ?? "no device";
  return el("span", { class: "state", "data-presence": word }, icon(presence ?? "none"), el("span", {}, word));
}

function batteryWords(row) {
  if (row.batteryPercent === undefined || row.charging) return "";
  return row.batteryPercent <= 20 ? `${row.batteryPercent} %` : "";
}

function notes(row) {
  const list = [];
  const battery = batteryWords(row);
  if (battery) {
    list.push(el("span", { class: "note low", title: `battery ${battery}` }, icon("battery"), battery));
  }
  if (row.link === "flapping" || row.link === "dark") {
    list.push(el("span", { class: `note tone-${row.link}` }, icon(`link-${row.link}`), row.link));
  }
  return list;
}

function label(row) {
  const parts = [row.name || "nobody", row.badge ? `badge ${row.badge}` : `unclaimed device, code ${row.claimCode}`];
  parts.push(row.presence ?? "no device");
  const battery = batteryWords(row);
  if (battery) parts.push(`battery ${battery}`);
  if (row.link === "flapping" || row.link === "dark") parts.push(`link ${row.link}`);
  return parts.join(", ");
}
