"""The page as one file: what may run in it, its look, its script, and in inert elements all that Python is made of."""

from __future__ import annotations

import json
import os
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from editions.browser.compiling import compile_modules
from editions.browser.contents import Content
from editions.browser.packing import pack_wheels, press, repack
from editions.browser.parts import Parts

PAGE = Path(__file__).parent / "page"
_BEYOND_THE_PAGE = ["--external:node:*", "--external:ws"]
"""What Pyodide asks for where it runs elsewhere."""


def press_parts(parts: Parts, own: Path, compiled: Path) -> dict[str, str]:
    """All that Python is made of, in letters, by the name of its element. `typst` is in the large page only.

    Args:
        parts: What is not our own.
        own: Our wheel.
        compiled: A folder for modules as Python runs them.
    """
    core = parts.modules / "pyodide"
    plain = [path for path in parts.wheels if not path.name.startswith("typst-")]
    stdlib, *program = compile_modules([core / "python_stdlib.zip", *plain], parts, compiled)
    return {
        "werker": press(bundle("worker.js", parts).encode("utf-8")),
        "wasm": press((core / "pyodide.asm.wasm").read_bytes()),
        "stdlib": press(repack(stdlib)),
        "program": press(pack_wheels([*program, own])),
        "typst": press(pack_wheels(path for path in parts.wheels if path not in plain)),
    }


def make_page(pressed: Mapping[str, str], contents: list[Content], parts: Parts) -> str:
    """The page with these parts in it."""
    script, style = bundle("main.js", parts), read_style()
    template = Environment(autoescape=True, keep_trailing_newline=True, trim_blocks=True).from_string(
        (PAGE / "index.html").read_text(encoding="utf-8")
    )
    about = json.dumps([content._asdict() for content in contents], ensure_ascii=False, indent=1)
    about = about.replace("<", "\\u003c")
    marked = {"policy": policy_of(script, style), "style": style, "script": script, "about": about}
    return template.render(pressed=pressed, **{name: Markup(text) for name, text in marked.items()})


def policy_of(script: str, style: str) -> str:
    """What the page may do: run what is in it, compile Python, show its own pictures, and nothing over a network."""
    return "; ".join(
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


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def read_style() -> str:
    """The look of the frame, and then that of each room."""
    return "".join(path.read_text(encoding="utf-8") for path in (PAGE / "style.css", *sorted(PAGE.glob("*/*.css"))))


def bundle(name: str, parts: Parts) -> str:
    """A script with all that it imports, as one that any page can run.

    Raises:
        SystemExit: it does not fit together; what is wrong was told.
    """
    command = [str(parts.modules / ".bin" / "esbuild"), str(PAGE / name), "--bundle", "--format=iife", "--minify"]
    command += ["--target=es2022", "--charset=utf8", "--legal-comments=none", "--log-level=warning", *_BEYOND_THE_PAGE]
    command += ["--log-override:empty-import-meta=silent"]
    environment = {**os.environ, "NODE_PATH": str(parts.modules.absolute())}
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment)
    if done.returncode:
        raise SystemExit(f"The script {name} of the page does not fit together.")
    return done.stdout.decode("utf-8").replace("</script", "<\\/script").replace("<!--", "<\\!--")
