/* Pyodide asks whether it runs in a module by loading a script, which the page forbids, and the console would tell. What
   this answers is the same. It goes before Pyodide. */

if (typeof importScripts === "function") {
  globalThis.importScripts = () => {
    throw new Error("no scripts");
  };
}
