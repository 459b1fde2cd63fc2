"""Tries out the page of `dlplot guard check --html` in headless Chromium: browser.py PAGE SHOTS WORDS

Speaks Chromium's DevTools protocol through a pipe, so that keys and pointer are those of a real
browser; Python's own library is enough. See browser.sh for what the page holds. WORDS is JSON: what
the accepted figure and the new one say of themselves, as `Reference` and `New`.
"""

import base64
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zlib

page, shots = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
words = json.loads(pathlib.Path(sys.argv[3]).read_text())


class Browser:
    """Chromium with its DevTools on file descriptors 3 and 4, messages parted by zero bytes."""

    def __init__(self, profile):
        down, self.write = os.pipe()
        self.read, up = os.pipe()
        # The ends must be 3 and 4 in the child, whatever numbers they have here.
        high = [os.dup2(down, 203), os.dup2(up, 204)]
        os.close(down)
        os.close(up)
        # Chromium as root, as in a container, has no sandbox of its own.
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--remote-debugging-pipe", f"--user-data-dir={profile}", "--window-size=1400,900",
            "about:blank",
        ]
        self.log = open(f"{profile}/log", "w+b")
        self.process = subprocess.Popen(
            ["bash", "-c", 'exec "$@" 3<&203 4>&204 203<&- 204>&-', "bash", *command], pass_fds=high,
            stdout=self.log, stderr=self.log)
        for end in high:
            os.close(end)
        self.rest, self.number, self.session, self.events = b"", 0, None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call(
            "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"]:
            self.call(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.rest:
            part = os.read(self.read, 1 << 20)
            if not part:
                self.log.seek(0)
                sys.exit("browser: Chromium ended: " + self.log.read().decode(errors="replace"))
            self.rest += part
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.write, json.dumps(request).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def open(self, path):
        self.call("Page.navigate", url=path.as_uri())
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.message())
        self.events = [e for e in self.events if e.get("method") != "Page.loadEventFired"]

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def key(self, name, code):
        for kind in ["rawKeyDown", "keyUp"]:
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name,
                windowsVirtualKeyCode=code, nativeVirtualKeyCode=code)

    def pointer(self, kind, x, y, buttons=0):
        self.call(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y, buttons=buttons,
            button="left" if kind != "mouseMoved" or buttons else "none", clickCount=1)

    def shot(self, name, box=None):
        parameters = {"format": "png", "captureBeyondViewport": True}
        if box:
            parameters["clip"] = {**box, "scale": 1}
        data = base64.b64decode(self.call("Page.captureScreenshot", **parameters)["data"])
        (shots / f"{name}.png").write_bytes(data)
        return pixels(data)

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
        finally:
            self.process.wait(timeout=20)


def pixels(png):
    """Width, height and rows of an 8-bit RGB or RGBA PNG without interlace, as screenshots are."""
    place, data = 8, b""
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        body = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, color, _, _, interlace = struct.unpack(">IIBBBBB", body)
            assert depth == 8 and color in (2, 6) and interlace == 0
        elif kind == b"IDAT":
            data += body
        place += 12 + length
    step = 3 if color == 2 else 4
    raw, rows, above = zlib.decompress(data), [], bytearray(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        method, row = raw[start], bytearray(raw[start + 1 : start + 1 + width * step])
        for i in range(len(row)):
            left = row[i - step] if i >= step else 0
            up, corner = above[i], above[i - step] if i >= step else 0
            if method == 1:
                row[i] = row[i] + left & 255
            elif method == 2:
                row[i] = row[i] + up & 255
            elif method == 3:
                row[i] = row[i] + (left + up) // 2 & 255
            elif method == 4:
                guess = left + up - corner
                near = min((abs(guess - v), n, v) for n, v in enumerate((left, up, corner)))
                row[i] = row[i] + near[2] & 255
        rows.append([bytes(row[x * step : x * step + 3]) for x in range(width)])
        above = row
    return rows


checked, failed = 0, 0


def expect(what, got, wanted=True):
    global checked, failed
    checked += 1
    if got != wanted:
        failed += 1
        print(f"FAILED  {what}: got {got!r}, expected {wanted!r}")


def box(browser, selector):
    return browser.value(
        f"(() => {{ const b = document.querySelector({json.dumps(selector)})"
        ".getBoundingClientRect(); return {x: b.x + scrollX, y: b.y + scrollY, width: b.width,"
        " height: b.height} })()")


def shown(browser, viewer):
    return browser.value(
        f"['reference', 'new', 'difference'].filter(name => document.querySelector("
        f"{json.dumps(viewer)} + ' .' + name).getClientRects().length > 0).join(' ')")


with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = Browser(profile)
    browser.open(page)

    # The page stands by itself, and nothing in a name ran.
    expect("script ran", browser.value("document.documentElement.className"), "scripted")
    expect("no hostile name ran", browser.value("typeof window.hacked"), "undefined")
    images = browser.value(
        "[...document.images].map(i => [i.src.slice(0, 11), i.complete && i.naturalWidth > 0,"
        " !i.hasAttribute('width') || i.getAttribute('width') == i.naturalWidth,"
        " i.alt.length > 0])")
    # Three of each of four pairs of PNG, two of the pair of SVG, and two by themselves.
    expect("pictures", len(images), 16)
    expect("each is data, decoded, of its size, with a text", [i for i in images if i != ["data:image/", True, True, True]], [])
    # Each says what it shows itself: the reference what was accepted, the new one what is there now.
    alts = browser.value(
        "Object.fromEntries([...document.querySelectorAll('section')].map(s => ["
        "s.querySelector('h2').textContent, [...s.querySelectorAll('img')].map(i => i.alt)]))")
    for name in ["steps.png", "steps.svg"]:
        wanted = [f"{word} of {name}: {words[word]}" for word in ["Reference", "New"]]
        expect(f"the pictures of {name} have their own words", alts[name][:2], wanted)
    expect("the difference has no words of either", alts["steps.png"][2], "Difference of steps.png")
    expect("a picture without words has its name", alts["loss.png"][:2], ["Reference of loss.png", "New of loss.png"])
    headings = browser.value("[...document.querySelectorAll('h2')].map(h => h.textContent)")
    expect("names stand as text", headings, [
        "\"'><script>window.hacked=2<&amp;script>.png",
        "<img src=x onerror=window.hacked=1>.png", "extra.png", "gone.png", "loss.png",
        "steps.png", "steps.svg"])
    expect("verified ones are listed", browser.value("document.querySelector('details li').textContent"), "same.png")
    expect("links lead to sections", browser.value(
        "[...document.querySelectorAll('header a')].every(a => document.querySelector(a.hash))"))
    browser.value(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 3';"
        " document.body.append(s); })()")
    expect("the policy stops other scripts", browser.value("typeof window.hacked"), "undefined")
    browser.value(
        "(() => { const i = document.createElement('img'); i.src = 'other.png';"
        " document.body.append(i); i.remove(); })()")
    requests = [
        e["params"]["request"]["url"] for e in browser.events
        if e.get("method") == "Network.requestWillBeSent"]
    other = [u for u in requests if not u.startswith("data:") and u != page.as_uri() and not u.endswith("other.png")]
    expect("nothing else is fetched", other, [])

    # Views by the keyboard alone.
    viewer = "section:nth-of-type(6) .viewer"
    expect("two pictures at first", shown(browser, viewer), "reference new")
    browser.shot("side-by-side")
    browser.value(f"document.querySelector('{viewer} input').focus()")
    browser.key("ArrowRight", 39)
    expect("the right arrow shows the difference", shown(browser, viewer), "difference")
    browser.shot("difference", box(browser, "section:nth-of-type(6)"))
    browser.key("ArrowRight", 39)
    expect("and then the slider", shown(browser, viewer), "reference new")
    browser.key("Tab", 9)
    expect("tab goes to the slider", browser.value("document.activeElement.className"), "cut")

    # What lies left of the cut is the reference, what lies right of it the new picture.
    stage = box(browser, f"{viewer} .new .picture")
    stage = {"x": round(stage["x"]), "y": round(stage["y"]), "width": 900, "height": 600}
    cut = f"document.querySelector('{viewer} .cut')"
    width = box(browser, f"{viewer} .stage")["width"]
    browser.key("Home", 36)
    expect("home is 0", browser.value(f"{cut}.value"), "0")
    new = browser.shot("slider-0", stage)
    browser.key("End", 35)
    expect("end is 100", browser.value(f"{cut}.value"), "100")
    reference = browser.shot("slider-100", stage)
    expect("the two differ", new != reference)
    browser.key("PageDown", 34)
    browser.key("ArrowLeft", 37)
    moved = float(browser.value(f"{cut}.value"))
    expect("keys move it", 50 < moved < 99)
    expect("a reader is told", browser.value(f"{cut}.getAttribute('aria-valuetext')"), f"reference up to {moved:g} % of the width")

    # By the pointer, on the picture.
    def drag(share):
        area = box(browser, f"{viewer} .stage")
        top = browser.value("scrollY")
        x, y = area["x"] + share * area["width"], area["y"] - top + 80
        browser.pointer("mousePressed", area["x"] + 0.9 * area["width"], y, 1)
        browser.pointer("mouseMoved", x, y, 1)
        browser.pointer("mouseReleased", x, y)

    browser.value(f"document.querySelector('{viewer}').scrollIntoView()")
    drag(0.4)
    at = float(browser.value(f"{cut}.value"))
    expect("dragged to 40 %", abs(at - 40) < 0.3)
    half = browser.shot("slider-40", stage)
    edge = round(width * at / 100)
    left = all(h[: edge - 3] == r[: edge - 3] for h, r in zip(half, reference))
    right = all(h[edge + 3 :] == n[edge + 3 :] for h, n in zip(half, new))
    expect("left of the cut is the reference", left)
    expect("right of the cut is the new picture", right)
    changed = any(h != r for h, r in zip(half, reference)) and any(h != n for h, n in zip(half, new))
    expect("and each side shows something of its own", changed)
    browser.pointer("mouseMoved", 300, 300)
    expect("it stays when no button is down", float(browser.value(f"{cut}.value")), at)
    browser.shot("slider", box(browser, "section:nth-of-type(6)"))

    # Names that assistive technology reads.
    tree = browser.call("Accessibility.getFullAXTree")["nodes"]
    def names(role):
        return [n.get("name", {}).get("value", "") for n in tree if n.get("role", {}).get("value") == role and not n.get("ignored")]
    expect("every button has a name", set(names("radio")), {"side by side", "difference", "slider"})
    expect("the slider has a name", names("slider"), ["Where the reference ends and the new picture begins"])
    expect("every picture has one", all(names("image")) and len(names("image")) >= 9)

    # Dark, narrow, and without scripts.
    def luminance():
        color = browser.value("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, color.strip("rgb()").split(",")))
    expect("light paper", luminance() > 700)
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    expect("dark paper", luminance() < 150)
    browser.shot("dark")
    browser.call("Emulation.setEmulatedMedia", features=[])
    browser.call("Emulation.setDeviceMetricsOverride", width=360, height=700, deviceScaleFactor=1, mobile=True)
    browser.open(page)
    expect("nothing sticks out of a narrow screen", browser.value("document.documentElement.scrollWidth <= 360"))
    browser.shot("narrow")
    browser.call("Emulation.clearDeviceMetricsOverride")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    expect("without scripts no slider is offered", browser.value(
        "[...document.querySelectorAll('.for-slider')].every(e => !e.getClientRects().length)"))
    expect("but two pictures", shown(browser, viewer), "reference new")
    label = box(browser, f"{viewer} label:nth-of-type(2)")
    browser.value("scrollTo(0, 0)")
    browser.value(f"document.querySelector('{viewer}').scrollIntoView()")
    browser.pointer("mousePressed", label["x"] + 5, label["y"] - browser.value("scrollY") + 5, 1)
    browser.pointer("mouseReleased", label["x"] + 5, label["y"] - browser.value("scrollY") + 5)
    expect("and the difference by a click", shown(browser, viewer), "difference")
    browser.shot("without-scripts", box(browser, "section:nth-of-type(6)"))

    complaints = [
        e["params"] for e in browser.events
        if e.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")]
    wanted = [c for c in complaints if "Content Security Policy" in json.dumps(c) and
              ("other.png" in json.dumps(c) or "inline script" in json.dumps(c))]
    expect("no complaint but of what the policy stopped", [c for c in complaints if c not in wanted], [])
    expect("which it said", len(wanted), 2)
    browser.close()

print(f"{checked - failed} of {checked} checks of the page in Chromium hold")
sys.exit(1 if failed else 0)
