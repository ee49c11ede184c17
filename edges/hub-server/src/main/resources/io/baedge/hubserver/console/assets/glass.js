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

/** Keeps decoded pictures by hash and fetches missing ones in bundles. */
export class Frames {
  #known = new Map();
  #wanted = new Map();
  #timer = 0;

  get(hash) {
    return this.#known.get(hash);
  }

  /** Calls `then(frame)` when the picture is there; at once if it is known. */
  want(hash, then) {
    if (!hash) return;
    const known = this.#known.get(hash);
    if (known) {
      then(known);
      return;
    }
    const waiting = this.#wanted.get(hash);
    if (waiting) waiting.push(then);
    else this.#wanted.set(hash, [then]);
    this.#timer ||= setTimeout(() => this.#fetch(), 0);
  }

  async #fetch() {
    const hashes = [...this.#wanted.keys()];
    this.#timer = 0;
    const bundles = [];
    for (let i = 0; i < hashes.length; i += 100) bundles.push(hashes.slice(i, i + 100));
    const waiting = this.#wanted;
    this.#wanted = new Map();
    await Promise.all(bundles.map((bundle) => this.#bundle(bundle, waiting)));
  }

  async #bundle(hashes, waiting) {
    try {
      const answer = await fetch(`/frames/bundle/${hashes.join(".")}`);
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const view = new DataView(bytes.buffer);
      // Each entry: 16 bytes of hash, 32 bits of length, the frame's bytes (length 0: not held).
      for (let at = 0; at + 20 <= bytes.length; ) {
        let hash = "";
        for (let i = 0; i < 16; i++) hash += bytes[at + i].toString(16).padStart(2, "0");
        const length = view.getUint32(at + 16);
        at += 20;
        if (length > 0) this.#arrived(hash, bytes.subarray(at, at + length), waiting);
        at += length;
      }
    } catch {
      // The hub is away or busy: what is still wanted is asked for again when a row comes.
      for (const hash of hashes) waiting.delete(hash);
    }
  }

  #arrived(hash, bytes, waiting) {
    const frame = decode(bytes);
    // Badges come and go; the oldest pictures make room.
    if (this.#known.size > 3000) this.#known.delete(this.#known.keys().next().value);
    this.#known.set(hash, frame);
    for (const then of waiting.get(hash) ?? []) then(frame);
  }
}
