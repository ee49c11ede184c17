// The badges' pictures: decodes frame bytes (format B1) and draws them pixel by pixel.

const INKS = [
  [0xf4, 0xf2, 0xea],
  [0x16, 0x18, 0x1a],
];
const RED = [0xc8, 0x10, 0x2e];
const YELLOW = [0xf2, 0xb7, 0x05];
// By palette id: white and black, plus red, plus yellow, plus red and yellow.
const PALETTES = [INKS, [...INKS, RED], [...INKS, YELLOW], [...INKS, RED, YELLOW]];

/** The frame of these bytes: {width, height, inks, pixels}. Throws on bytes that are not one. */
export function decode(bytes) {
  if (bytes[0] !== 0xb1 || bytes[1] >= PALETTES.length) throw new Error("unknown frame format");
  const inks = PALETTES[bytes[1]];
  const width = (bytes[2] << 8) | bytes[3];
  const height = (bytes[4] << 8) | bytes[5];
  const stride = (width + 7) >> 3;
  const pixels = new Uint8Array(width * height);
  const plane = new Uint8Array(stride * height);
  let at = 6;
  for (let bit = 0; bit < (inks.length > 2 ? 2 : 1); bit++) {
    at = unpack(bytes, at, plane);
    for (let i = stride; i < plane.length; i++) plane[i] ^= plane[i - stride];
    for (let y = 0, to = 0; y < height; y++) {
      for (let x = 0, row = y * stride; x < width; x++) {
        pixels[to++] |= ((plane[row + (x >> 3)] >> (7 - (x & 7))) & 1) << bit;
      }
    }
  }
  return { width, height, inks, pixels };
}

function unpack(bytes, at, out) {
  out.fill(0);
  let filled = 0;
  while (filled < out.length) {
    if (at >= bytes.length) throw new Error("the frame's bytes end too early");
    const control = bytes[at++];
    if (control < 0x80) {
      out.set(bytes.subarray(at, at + control + 1), filled);
      at += control + 1;
      filled += control + 1;
    } else if (control >= 0xc0) {
      const run = control - 0xc0 + 2;
      out.fill(bytes[at++], filled, filled + run);
      filled += run;
    } else if (control === 0xbf) {
      filled += ((bytes[at] << 8) | bytes[at + 1]) + 64;
      at += 2;
    } else {
      filled += control - 0x80 + 1;
    }
  }
  return at;
}

/**
 * Steps of the scale at which a picture of this width is at most `targetPx` CSS pixels wide: 2 = two
 * device pixels per glass pixel, -3 = one device pixel for a block of three by three.
 */
export function stepFor(glassWidth, targetPx, ratio) {
  const room = targetPx * ratio;
  if (room >= glassWidth) return Math.floor(room / glassWidth);
  return -Math.ceil(glassWidth / room);
}

/** CSS size of a picture at a step. */
export function sizeAt(width, height, step, ratio) {
  const scale = step > 0 ? step : -1 / step;
  return [Math.ceil(width * scale) / ratio, Math.ceil(height * scale) / ratio];
}

/** Draws a frame; enlarging is left to the canvas' pixelated scaling, reducing averages whole blocks. */
export function paint(canvas, frame, step, ratio) {
  const block = step < 0 ? -step : 1;
  const width = Math.ceil(frame.width / block);
  const height = Math.ceil(frame.height / block);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const [cssWidth, cssHeight] = sizeAt(frame.width, frame.height, step, ratio);
  canvas.style.width = `${cssWidth}px`;
  canvas.style.height = `${cssHeight}px`;
  const context = canvas.getContext("2d", { alpha: false });
  const image = context.createImageData(width, height);
  if (block === 1) exact(frame, image.data);
  else reduced(frame, block, width, height, image.data);
  context.putImageData(image, 0, 0);
}

function exact(frame, out) {
  const { pixels, inks } = frame;
  for (let i = 0, to = 0; i < pixels.length; i++) {
    const ink = inks[pixels[i]] ?? INKS[1];
    out[to++] = ink[0];
    out[to++] = ink[1];
    out[to++] = ink[2];
    out[to++] = 255;
  }
}

// Ink weighs more than paper, or small text fades to a grey mist.
const INK_WEIGHT = 1.6;

function reduced(frame, block, width, height, out) {
  const { pixels, inks } = frame;
  for (let y = 0, to = 0; y < height; y++) {
    const bottom = Math.min((y + 1) * block, frame.height);
    for (let x = 0; x < width; x++) {
      const right = Math.min((x + 1) * block, frame.width);
      let red = 0, green = 0, blue = 0, weight = 0;
      for (let sy = y * block; sy < bottom; sy++) {
        for (let sx = x * block, from = sy * frame.width + sx; sx < right; sx++, from++) {
          const index = pixels[from];
          const ink = inks[index] ?? INKS[1];
          const w = index === 0 ? 1 : INK_WEIGHT;
          red += ink[0] * w;
          green += ink[1] * w;
          blue += ink[2] * w;
          weight += w;
        }
      }
      out[to++] = red / weight;
      out[to++] = green / weight;
      out[to++] = blue / weight;
      out[to++] = 255;
    }
  }
}

/**
 * The picture at a step as the address of an image. The wall has hundreds of glasses: each canvas
 * would be a layer of its own for the browser to put together, an image is painted with the page.
 */
export function picture(frame, step) {
  frame.addresses ??= new Map();
  let address = frame.addresses.get(step);
  if (!address) {
    address = `data:image/bmp;base64,${btoa(step < -1 ? averaged(frame, -step) : indexed(frame))}`;
    frame.addresses.set(step, address);
  }
  return address;
}

// Windows bitmaps: no compression to compute, every browser reads them. Rows come from the bottom up.
function bitmap(width, height, bits, inks, stride) {
  const start = 54 + inks.length * 4;
  const bytes = new Uint8Array(start + stride * height);
  const view = new DataView(bytes.buffer);
  bytes[0] = 0x42;
  bytes[1] = 0x4d;
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, bits, true);
  view.setUint32(46, inks.length, true);
  for (let i = 0; i < inks.length; i++) {
    bytes.set([inks[i][2], inks[i][1], inks[i][0]], 54 + i * 4);
  }
  return [bytes, start];
}

function indexed({ width, height, inks, pixels }) {
  const bits = inks.length > 2 ? 4 : 1;
  const perByte = 8 / bits;
  const stride = (Math.ceil(width / perByte) + 3) & ~3;
  const [bytes, start] = bitmap(width, height, bits, inks, stride);
  for (let y = 0, from = 0; y < height; y++) {
    const row = start + (height - 1 - y) * stride;
    for (let x = 0; x < width; x++) {
      bytes[row + Math.floor(x / perByte)] |= pixels[from++] << (8 - bits - bits * (x % perByte));
    }
  }
  return text(bytes);
}

function averaged(frame, block) {
  const width = Math.ceil(frame.width / block);
  const height = Math.ceil(frame.height / block);
  const rgba = new Uint8ClampedArray(width * height * 4);
  reduced(frame, block, width, height, rgba);
  const stride = (width * 3 + 3) & ~3;
  const [bytes, start] = bitmap(width, height, 24, [], stride);
  for (let y = 0, from = 0; y < height; y++) {
    let to = start + (height - 1 - y) * stride;
    for (let x = 0; x < width; x++, from += 4) {
      bytes[to++] = rgba[from + 2];
      bytes[to++] = rgba[from + 1];
      bytes[to++] = rgba[from];
    }
  }
  return text(bytes);
}

function text(bytes) {
  let out = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    out += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192));
  }
  return out;
}

const BUNDLE = 100;
const MOST_KEPT = 3000;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 4000;
const MOST_TRIES = 30;

/**
 * Keeps decoded pictures by hash and fetches missing ones in bundles. A row may come before the hub
 * has stored its picture, and the hub may be away: what could not be had is asked for again.
 */
export class Frames {
  #known = new Map();
  #wanted = new Map();
  #timer = 0;

  /** Calls `then(frame)` when the picture is there; at once if it is known. */
  want(hash, then) {
    const known = this.#known.get(hash);
    if (known) {
      then(known);
      return;
    }
    const waiting = this.#wanted.get(hash);
    if (waiting) {
      waiting.then.push(then);
      return;
    }
    this.#wanted.set(hash, { then: [then], tries: 0, asked: false });
    this.#timer ||= setTimeout(() => this.#ask(), 0);
  }

  #ask() {
    this.#timer = 0;
    const hashes = [...this.#wanted].filter(([, waiting]) => !waiting.asked).map(([hash]) => hash);
    for (let i = 0; i < hashes.length; i += BUNDLE) this.#fetch(hashes.slice(i, i + BUNDLE));
  }

  async #fetch(hashes) {
    for (const hash of hashes) this.#wanted.get(hash).asked = true;
    try {
      const answer = await fetch(`/frames/bundle/${hashes.join(".")}`);
      if (answer.ok) this.#unpack(new Uint8Array(await answer.arrayBuffer()));
    } catch {
      // Away or broken off: asked for again below.
    }
    const missing = hashes.filter((hash) => this.#wanted.has(hash));
    if (missing.length) this.#again(missing);
  }

  #again(hashes) {
    let tries = 0;
    for (const hash of hashes) {
      const waiting = this.#wanted.get(hash);
      waiting.asked = false;
      tries = Math.max(tries, ++waiting.tries);
      if (waiting.tries > MOST_TRIES) this.#wanted.delete(hash);
    }
    const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (tries - 1));
    setTimeout(() => (this.#timer ||= setTimeout(() => this.#ask(), 0)), pause);
  }

  // Each entry: 16 bytes of hash, 32 bits of length, the frame's bytes (length 0: not held).
  #unpack(bytes) {
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 20 <= bytes.length; ) {
      let hash = "";
      for (let i = 0; i < 16; i++) hash += bytes[at + i].toString(16).padStart(2, "0");
      const length = view.getUint32(at + 16);
      at += 20;
      if (length > 0) this.#arrived(hash, bytes.subarray(at, at + length));
      at += length;
    }
  }

  #arrived(hash, bytes) {
    const frame = decode(bytes);
    // Badges come and go; the oldest pictures make room.
    if (this.#known.size >= MOST_KEPT) this.#known.delete(this.#known.keys().next().value);
    this.#known.set(hash, frame);
    const waiting = this.#wanted.get(hash);
    this.#wanted.delete(hash);
    for (const then of waiting?.then ?? []) then(frame);
  }
}
