/* Python in the page: the interpreter, the program, and a file system of its own that is gone with the page.
   Nothing is fetched: what the interpreter asks for stands in this file. */

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

import { unpack } from "./unpack.js";

const HERE = "https://poolwijzer.invalid/"; // the interpreter wants an address; `fetch` below answers it from memory
const LOCK = { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten", python: "3.14" }, packages: {} };

/* The maker of PDFs asks for the time zone as a script, and the page may make none of a text. */
function answerTimeZone() {
  const plain = globalThis.eval;
  const asked = "Intl.DateTimeFormat().resolvedOptions().timeZone";
  globalThis.eval = (text) => (text === asked ? new Intl.DateTimeFormat().resolvedOptions().timeZone : plain(text));
}

/* Start Python with the parts of the page; `tell` hears which step comes next. */
export async function startPython(parts, tell) {
  tell("unpack");
  const [wasm, stdlib, program] = await Promise.all([parts.wasm, parts.stdlib, parts.program].map(unpack));
  const answers = {
    "pyodide.asm.wasm": [wasm, "application/wasm"],
    "python_stdlib.zip": [stdlib, "application/zip"],
  };
  globalThis.fetch = async (address) => {
    const [bytes, type] = answers[String(address).replace(HERE, "")] || [];
    return bytes ? new Response(bytes, { headers: { "Content-Type": type } }) : new Response("", { status: 404 });
  };
  answerTimeZone();
  tell("python");
  const python = await loadPyodide({
    indexURL: HERE,
    packageBaseUrl: HERE,
    lockFileContents: LOCK,
    createPyodideModule,
    env: { HOME: "/werk", PYTHONDONTWRITEBYTECODE: "1", PYDANTIC_DISABLE_PLUGINS: "__all__" },
    stdin: () => null,
    stdout: () => {},
    stderr: (line) => console.warn(line),
  });
  tell("program");
  const site = python.runPython("import site; site.getsitepackages()[0]");
  python.unpackArchive(program.buffer, "zip", { extractDir: site });
  const bridge = python.pyimport("poolwijzer.browser.bridge");
  bridge.start();
  const { FS } = python;
  return {
    call: (request) => bridge.answer(request),
    put: (path, bytes) => {
      FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
      FS.writeFile(path, bytes);
    },
    take: (path) => FS.readFile(path),
    /* A part that comes later: the maker of PDFs. */
    add: async (text, library) => {
      python.unpackArchive((await unpack(text)).buffer, "zip", { extractDir: site });
      // The thread of a page may not compile what is this large while it waits.
      await python._api.loadDynlib(`${site}/${library}`, false);
      python.runPython("import importlib; importlib.invalidate_caches()");
    },
  };
}
