/* Files from and to the computer: by a picker that gives a way back to the file where the browser has one, else by an
   input and as a download. */

import { Problems, putFile } from "../engine.js";

export const MOST_BYTES = 2 * 1024 * 1024;
/* Of the file of an initiative; of a larger one so much more is read that Python sees it. */
export const MOST_INCOMING = 64 * 1024 * 1024;
/* Of anything else. */
const KINDS = [{ description: "Initiatief", accept: { "text/yaml": [".yaml", ".yml"], "application/json": [".json"] } }];

export async function bytesOf(file, most = MOST_BYTES) {
  try {
    return new Uint8Array(await file.slice(0, most + 1).arrayBuffer());
  } catch {
    const message = "Dit bestand is niet te lezen. Misschien is het intussen verplaatst, gewist of veranderd.";
    throw new Problems([{ where: file.name, message, hint: "Kies het opnieuw." }]);
  }
}

export function download(name, bytes, type = "application/octet-stream") {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

export const hasPicker = () => "showOpenFilePicker" in window;

/* A file that the user picks: `{file, handle}`; null where they pick none, false where the browser lets nobody pick. */
export async function pickFile() {
  if (!hasPicker()) {
    return false;
  }
  try {
    const [handle] = await window.showOpenFilePicker({ types: KINDS });
    return { handle, file: await handle.getFile() };
  } catch (error) {
    if (error.name === "NotFoundError" || error.name === "NotReadableError") {
      throw new Problems([{ where: "", message: "Dit bestand is niet te lezen.", hint: "Kijk of het er nog is, en kies het opnieuw." }]);
    }
    return error.name === "AbortError" ? null : false;
  }
}

/* Write to a file that the user picks. Gives its handle; "stopped" where they pick none; null where there is no picker. */
export async function saveAs(name, bytes) {
  if (!("showSaveFilePicker" in window)) {
    return null;
  }
  try {
    const handle = await window.showSaveFilePicker({ suggestedName: name, types: KINDS });
    const stream = await handle.createWritable();
    await stream.write(bytes);
    await stream.close();
    return handle;
  } catch (error) {
    return error.name === "AbortError" ? "stopped" : null; // a download goes always
  }
}

/* What was dropped: `{file, handle}` for each file, with its path below a folder that was dropped as `path`. */
export async function droppedFiles(transfer) {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  // All are asked for at once: they are gone after the first wait.
  const asked = items.map((item) => ({
    entry: item.webkitGetAsEntry && item.webkitGetAsEntry(),
    handle: item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : Promise.resolve(null),
    file: item.getAsFile(),
  }));
  const found = [];
  for (const { entry, handle, file } of asked) {
    if (entry && entry.isDirectory) {
      found.push(...(await below(entry, entry.name)));
    } else if (file) {
      found.push({ file, path: file.name, handle: await handle });
    }
  }
  return found;
}

async function below(folder, path) {
  const reader = folder.createReader();
  const found = [];
  for (;;) {
    const part = await new Promise((done, failed) => reader.readEntries(done, failed)); // a hundred at a time
    if (!part.length) {
      return found;
    }
    for (const entry of part) {
      const place = `${path}/${entry.name}`;
      if (entry.isDirectory) {
        found.push(...(await below(entry, place)));
      } else {
        found.push({ file: await new Promise((done, failed) => entry.file(done, failed)), path: place });
      }
    }
  }
}

/* The files of an input, each with its path below the folder where one was picked. */
export const pickedFiles = (input) =>
  [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

const parts = (path) => path.split("/").filter((part) => part && part !== "." && part !== "..");

/* Lay files below a folder where Python finds them. */
export async function layFiles(folder, files, most = MOST_INCOMING) {
  for (const { file, path } of files) {
    await putFile(`${folder}/${parts(path).join("/")}`, await bytesOf(file, most));
  }
}

/* Nothing that is dropped beside the place for it opens in place of this page. */
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => event.preventDefault());
}
