/* The text in which answers travel: readable lines, and below them a block in base64 with a checksum.
   forms/sent.py reads and writes the same. */

const BLOCK = /BEGIN POOLWIJZER [0-9]{1,3} ([0-9a-f]{8})/g;
const END = "EINDE POOLWIJZER";
const LINE = /.{1,64}/g;

/* CRC-32 as zlib has it. */
function checksum(bytes) {
  let found = 0xffffffff;
  for (const byte of bytes) {
    found ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      found = (found >>> 1) ^ (found & 1 ? 0xedb88320 : 0);
    }
  }
  return ((found ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

function writeBlock(sent) {
  const bytes = new TextEncoder().encode(JSON.stringify(sent));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const marks = [`----- BEGIN POOLWIJZER 1 ${checksum(bytes)} -----`, `----- ${END} -----`];
  return [marks[0], ...btoa(letters).match(LINE), marks[1], ""].join("\n");
}

/* What every block in a text holds, in order; null for one that is damaged. */
function readBlocks(text) {
  return Array.from(text.matchAll(BLOCK), (begin) => {
    // Every block ends before the next begins, so that a text full of beginnings takes no long time.
    const start = begin.index + begin[0].length;
    const next = text.indexOf("BEGIN POOLWIJZER", start);
    const inside = text.slice(start, next < 0 ? text.length : next);
    const letters = inside.slice(0, Math.max(0, inside.indexOf(END))).replace(/[^A-Za-z0-9+/=]/g, "");
    try {
      const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      return checksum(bytes) === begin[1] ? JSON.parse(new TextDecoder().decode(bytes)) : null;
    } catch {
      return null;
    }
  });
}

/* For who sends it. Nobody's words may look like the marks of the block. */
function writeLines(known, response) {
  const { form } = known;
  const words = (choices, value) => (choices.find(([id]) => id === value) || ["", "niet ingevuld"])[1];
  const lines = [
    `Antwoorden op de vragenlijst: ${form.name}`,
    `Voor: ${form.organisation}, die deze antwoorden verwijdert op ${known.until}`,
    "",
    `${form.of === "verband" ? "Organisatie" : "Gemeente"}: ${response.organisation.name}`,
    `${known.asks.role} ${words(known.roles, response.role)}`,
    `${known.asks.basis} ${words(known.bases, response.basis || "eigen-beeld")}`,
  ];
  if (known.asks.named) {
    lines.push(`${known.asks.named} ${words(known.yesOrNo, String(response.named))}`);
  }
  known.questions.forEach((question, place) => {
    const { value, note } = response.answers[question.id] || {};
    const answer = value === undefined ? "niet ingevuld" : words(question.answers, String(value));
    lines.push("", `${place + 1}. ${question.text}`, `   ${answer}`);
    if (note) {
      lines.push(`   Toelichting: ${note.replace(/\n/g, "\n   ")}`);
    }
  });
  lines.push("", "Hieronder staat hetzelfde, voor het programma Poolwijzer. Verander daar niets aan.", "");
  return lines.join("\n").replace(/POOLWIJZER/g, "Poolwijzer");
}

/* What is as usual is not written, as in every file of ours. A bare answer is one without a note. */
function asSent(known, response) {
  const { id, organisation, role, basis, named, date, questions, delete_on } = response;
  const given = Object.entries(response.answers).map(([name, { value, note }]) => [
    name,
    note ? { ...(value === undefined ? {} : { value }), note } : value,
  ]);
  return {
    poolwijzer: known.format,
    kind: "answers",
    form: known.form,
    response: {
      id,
      organisation,
      ...(role ? { role } : {}),
      ...(basis && basis !== "eigen-beeld" ? { basis } : {}),
      ...(named ? { named } : {}),
      date,
      questions,
      delete_on,
      ...(given.length ? { answers: Object.fromEntries(given) } : {}),
    },
  };
}

function writeSent(known, response) {
  return `${writeLines(known, response)}\n${writeBlock(asSent(known, response))}`;
}
