/* A drawing in pixels, in the letters of the browser. */

export async function drawPixels(svg, width) {
  const made = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const [, , broad, high] = made.getAttribute("viewBox").split(/[\s,]+/).map(Number);
  const height = Math.round((width * high) / broad);
  made.setAttribute("width", width); // without sizes of its own not every browser draws it
  made.setAttribute("height", height);
  const image = new Image();
  // As data it is never taken for a picture of somebody else, which a page may not read.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(made))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, width, height);
  pen.drawImage(image, 0, 0, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return new Uint8Array(await blob.arrayBuffer());
}
