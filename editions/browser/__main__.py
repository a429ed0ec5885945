"""`make browser`: the page, small and with what makes PDFs, and the hashes of both."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

from editions.browser.packing import pack_python, press, repack_stdlib
from editions.browser.parts import HERE, Parts, build_wheel, fetch_parts

PAGE = HERE / "page"
BUILD = Path("build/browser")


def main() -> None:
    """Make both."""
    parts = fetch_parts(BUILD / "parts")
    wheel = build_wheel(BUILD / "wheel")
    fonts = ("poolwijzer/formats/pdf/fonts/",)
    core = parts.modules / "pyodide"
    plain = [path for path in parts.wheels if not path.name.startswith("typst-")]
    typst = [path for path in parts.wheels if path.name.startswith("typst-")]
    small = {
        "werker": b64encode(bundle("worker.js", "esm", parts).encode()).decode("ascii"),
        "glue": press((core / "pyodide.asm.mjs").read_bytes()),
        "wasm": press((core / "pyodide.asm.wasm").read_bytes()),
        "stdlib": press(repack_stdlib((core / "python_stdlib.zip").read_bytes())),
        "program": press(pack_python([*plain, wheel])),
    }
    large = {**small, "typst": press(pack_python(typst))}
    hashes = []
    for name, texts in (("poolwijzer-klein.html", small), ("poolwijzer.html", large)):
        page = make_page(texts, parts).encode("utf-8")
        (BUILD / name).write_bytes(page)
        hashes.append(f"{sha256(page).hexdigest()}  {name}\n")
        print(f"{BUILD / name}: {len(page) / 1e6:.1f} MB")
    (BUILD / "SHA256SUMS").write_text("".join(hashes), encoding="ascii")


def make_page(texts: dict[str, str], parts: Parts) -> str:
    """The page with these parts."""
    script, style = bundle("main.js", "iife", parts), read_style()
    template = Environment(autoescape=True, keep_trailing_newline=True).from_string(
        (PAGE / "index.html").read_text(encoding="utf-8")
    )
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)} 'wasm-unsafe-eval' blob:",
            "worker-src blob:",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )
    from markupsafe import Markup

    return template.render(
        policy=Markup(policy), style=Markup(style), script=Markup(script), parts=texts.items(), info=Markup("{}")
    )


def read_style() -> str:
    """The look of the frame, and then of each room."""
    return "".join(path.read_text(encoding="utf-8") for path in (PAGE / "style.css", *sorted(PAGE.glob("*/*.css"))))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def bundle(name: str, form: str, parts: Parts) -> str:
    """A script with all that it imports."""
    program = parts.modules / ".." / "node_modules" / ".bin" / "esbuild"
    command = [str(program.resolve()), str(PAGE / name), "--bundle", f"--format={form}", "--minify", "--target=es2022"]
    command += ["--charset=utf8", "--external:node:*", "--external:ws", "--legal-comments=none", "--log-level=warning"]
    done = subprocess.run(
        command, check=True, capture_output=True, env={"NODE_PATH": str(parts.modules.resolve()), "PATH": "/usr/bin:/bin:/usr/local/bin"}
    )
    return done.stdout.decode("utf-8").replace("</script", "<\\/script")


if __name__ == "__main__":
    main()
