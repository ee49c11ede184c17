"""A name badge on Flask, Pillow and qrcode, to measure Baedge beside.

check          exit 0 when all libraries and a font are there
panel          draws the wearer screen, says so and waits
render FRAMES  prints the median CPU time of one wearer screen in microseconds
serve PORT     draws the wearer screen, then answers GET /v1/status
"""

import glob
import statistics
import sys
import threading
import time

import qrcode
from PIL import Image, ImageChops, ImageDraw, ImageFont

WIDTH, HEIGHT = 296, 128
FONTS = ("/usr/share/fonts/**/*[Mm]ono*.ttf", "/usr/share/fonts/**/*.ttf")
MODULE_PX = 3
MARGIN_PX = 5


def find_font():
    for pattern in FONTS:
        found = sorted(glob.glob(pattern, recursive=True))
        if found:
            return found[0]
    sys.exit("no TrueType font below /usr/share/fonts")


def fitting(path, text):
    """The largest size up to 15 at which the longest line fits the width."""
    longest = max(text.split("\n"), key=len)
    for size in range(15, 4, -1):
        font = ImageFont.truetype(path, size)
        if font.getlength(longest) <= WIDTH:
            return font
    return ImageFont.truetype(path, 5)


def draw(path, name, link):
    picture = Image.new("1", (WIDTH, HEIGHT), 1)
    pen = ImageDraw.Draw(picture)
    text = name + "\nSpeaker\n\n@ada"
    pen.multiline_text((MARGIN_PX, MARGIN_PX), text, font=fitting(path, text), fill=0)
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=MODULE_PX)
    code.add_data(link)
    code.make(fit=True)
    image = code.make_image().get_image().convert("1")
    picture.paste(image, (WIDTH - image.width, HEIGHT - image.height))
    return picture


def pack(picture, accent):
    """Both planes of a two-ink panel, one bit a pixel."""
    black = picture.rotate(90, expand=True).tobytes()
    second = ImageChops.invert(accent.rotate(90, expand=True)).tobytes()
    return black, second


def render(path, frames):
    nothing = Image.new("1", (WIDTH, HEIGHT), 1)
    costs = []
    for number in range(frames + 10):
        name = "Ada Lovelace %d" % number
        link = "https://example.org/ada%04d" % (number % 10000)
        before = time.process_time_ns()
        pack(draw(path, name, link), nothing)
        costs.append(time.process_time_ns() - before)
    print("%.1f" % (statistics.median(costs[10:]) / 1000), flush=True)


def panel(path):
    accent = Image.new("1", (WIDTH, HEIGHT), 1)
    shown = pack(draw(path, "Ada Lovelace", "https://example.org/ada"), accent)
    print("drawn", flush=True)
    threading.Event().wait()
    return shown


def serve(path, port):
    import logging

    from flask import Flask

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    accent = Image.new("1", (WIDTH, HEIGHT), 1)
    shown = pack(draw(path, "Ada Lovelace", "https://example.org/ada"), accent)
    app = Flask("counterpart")

    @app.route("/v1/status")
    def status():
        return "OK"

    @app.route("/v1/device/write", methods=["POST"])
    def write():
        nonlocal shown
        shown = pack(draw(path, "Ada Lovelace", "https://example.org/ada"), accent)
        return "OK"

    app.run(host="127.0.0.1", port=port)


if __name__ == "__main__":
    font = find_font()
    if sys.argv[1] == "check":
        import flask  # noqa: F401
    elif sys.argv[1] == "panel":
        panel(font)
    elif sys.argv[1] == "render":
        render(font, int(sys.argv[2]))
    elif sys.argv[1] == "serve":
        serve(font, int(sys.argv[2]))
