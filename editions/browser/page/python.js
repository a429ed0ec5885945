/* Python in the page: the interpreter, the program, and a file system of its own that is gone with the page.
   Nothing is fetched: what the interpreter asks for stands in this file. */

import { loadPyodide } from "pyodide";

const HERE = "https://poolwijzer.invalid/"; // the interpreter wants an address; `fetch` below answers it from memory
const LOCK = { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten", python: "3.14" }, packages: {} };

const ofBase64 = (text) => {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(text);
  }
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) {
    bytes[at] = letters.charCodeAt(at);
  }
  return bytes;
};

async function unpack(text) {
  const stream = new Blob([ofBase64(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/* Start Python with the parts of the page; `tell` hears which step comes next. */
export async function startPython(parts, tell) {
  tell("unpack");
  const [wasm, stdlib, glue, program] = await Promise.all(["wasm", "stdlib", "glue", "program"].map((n) => unpack(parts[n])));
  const answers = {
    "pyodide.asm.wasm": [wasm, "application/wasm"],
    "python_stdlib.zip": [stdlib, "application/zip"],
  };
  globalThis.fetch = async (address) => {
    const [bytes, type] = answers[String(address).replace(HERE, "")] || [];
    return bytes ? new Response(bytes, { headers: { "Content-Type": type } }) : new Response("", { status: 404 });
  };
  tell("python");
  const code = URL.createObjectURL(new Blob([glue], { type: "text/javascript" }));
  const { default: createPyodideModule } = await import(code);
  URL.revokeObjectURL(code);
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
    add: async (text) => {
      python.unpackArchive((await unpack(text)).buffer, "zip", { extractDir: site });
      python.runPython("import importlib; importlib.invalidate_caches()");
    },
  };
}
