/* Translates the modules in archives to what Python runs, by the very interpreter of the page: otherwise it would do so
   at every start, for seconds. Arguments: the folder of npm's packages, and then pairs of an archive and its outcome. */

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, ...archives] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${modules}/pyodide/pyodide.mjs`));
const python = await loadPyodide({ env: { HOME: "/", PYTHONHASHSEED: "0" } });
const translate = python.runPython(`
import py_compile, zipfile

# What the page imports seldom or never stays as it is: translated it is larger than what it would save.
SELDOM = (
    "_pyio", "_pyrepl/", "_sysconfigdata", "bdb", "configparser", "doctest", "encodings/cp", "encodings/iso",
    "encodings/koi", "encodings/mac", "ftplib", "http/", "imaplib", "mailbox", "multiprocessing/", "openpyxl/", "optparse",
    "pdb", "pickletools", "pstats", "pydantic/deprecated/", "pydantic/mypy", "pydantic/v1/", "pydoc", "smtplib", "statistics",
    "tarfile", "trace.py", "unittest/", "wsgiref/", "xlrd/", "xmlrpc/",
)

def translate():
    with zipfile.ZipFile("/come.zip") as come, zipfile.ZipFile("/go.zip", "w") as go:
        for name in sorted(come.namelist()):
            data = come.read(name)
            if name.endswith(".py") and not name.startswith(SELDOM):
                with open("/module.py", "wb") as module:
                    module.write(data)
                # Not held against a source: there is none in the page.
                unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
                py_compile.compile("/module.py", "/module.pyc", name, doraise=True, invalidation_mode=unchecked)
                with open("/module.pyc", "rb") as module:
                    name, data = name + "c", module.read()
            go.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)

translate
`);
for (let at = 0; at < archives.length; at += 2) {
  python.FS.writeFile("/come.zip", new Uint8Array(readFileSync(archives[at])));
  translate();
  writeFileSync(archives[at + 1], python.FS.readFile("/go.zip"));
}
