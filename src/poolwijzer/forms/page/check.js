/* What is read back (a file, a mail, what the browser remembers) may come from anybody: of it, only what this form asks
   is taken, and the rest is counted. */

const UNKNOWN = "weet-niet";
const LONGEST_NAME = 200;
const RESPONDENT = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const has = (group, name) => isGroup(group) && Object.prototype.hasOwnProperty.call(group, name);
const oneOf = (choices, value) => (choices.some(([id]) => id === value) ? value : "");

/* A text without what cannot be shown, whole characters only, and not too long. */
export function tidy(text, longest) {
  if (typeof text !== "string") {
    return "";
  }
  const shown = text
    .slice(0, longest)
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/g, " ");
  return new TextDecoder().decode(new TextEncoder().encode(shown)).trim();
}

export const tidyName = (text) => tidy(text, LONGEST_NAME).replace(/\s+/g, " ");

/* An answer to a question that is asked: a point of its scale, *weet niet*, a note, or both. */
function checkAnswer(question, given, longest) {
  const { value, note } = isGroup(given) ? { value: undefined, note: undefined, ...given } : { value: given };
  const point = question.answers.some(([id]) => id !== UNKNOWN && id === String(value)) && Number.isInteger(value);
  const text = tidy(note, longest);
  return {
    ...(point || value === UNKNOWN ? { value } : {}),
    ...(text ? { note: text } : {}),
    fits: point || value === UNKNOWN || (value === undefined && text !== ""),
  };
}

/* Answers by the ids that statements have now; who answered under both meant the one of now. */
function underIdsOfNow(known, answers) {
  const found = new Map();
  for (const [id, answer] of isGroup(answers) ? Object.entries(answers) : []) {
    const now = has(known.renamed, id) ? known.renamed[id] : id;
    if (now === id || !found.has(now)) {
      found.set(now, answer);
    }
  }
  return found;
}

/* The response as far as it fits, and what of it does not: sentences for who opens it. */
function checkResponse(known, given) {
  const left = [];
  const written = isGroup(given.organisation) ? given.organisation.name : "";
  const name = known.organisations.includes(written) ? written : tidyName(written);
  const listed = !known.organisations.length || known.organisations.includes(name);
  if (name && !listed) {
    left.push("De naam in het bestand staat niet in de lijst. Kies die opnieuw.");
  }
  const answers = {};
  const odd = [];
  const found = underIdsOfNow(known, given.answers);
  for (const question of known.questions) {
    if (found.has(question.id)) {
      const { fits, ...answer } = checkAnswer(question, found.get(question.id), known.longest);
      if (Object.keys(answer).length) {
        answers[question.id] = answer;
      }
      if (!fits) {
        odd.push(question.id);
      }
    }
  }
  const asked = new Set(known.questions.map(({ id }) => id));
  const gone = Array.from(found.keys()).filter((id) => !asked.has(id));
  const several = (count, one, more) => `${count} ${count === 1 ? one : more}`;
  if (gone.length) {
    const what = several(gone.length, "antwoord hoort", "antwoorden horen");
    left.push(`${what} bij een stelling die hier niet meer in staat. Dat is niet overgenomen.`);
  }
  if (odd.length) {
    const what = several(odd.length, "antwoord past", "antwoorden passen");
    left.push(`${what} niet meer bij de stelling. Geef daar opnieuw antwoord.`);
  }
  const response = {
    id: typeof given.id === "string" && given.id.length <= LONGEST_NAME && RESPONDENT.test(given.id) ? given.id : "",
    name: listed ? name : "",
    role: oneOf(known.roles, given.role),
    basis: oneOf(known.bases, given.basis),
    named: given.named === true && Boolean(known.asks.named),
    answers,
  };
  return { response, left };
}

/* Why answers from a file cannot be opened here; empty if they can. */
function refuseSent(known, sent) {
  const form = isGroup(sent) && isGroup(sent.form) ? sent.form : {};
  if (!isGroup(sent) || sent.kind !== "answers" || !isGroup(sent.response)) {
    return "Hier staan geen antwoorden van een vragenlijst in.";
  }
  if (!(sent.poolwijzer <= known.format)) {
    return "Deze antwoorden zijn gemaakt met een nieuwere Poolwijzer. Vraag om een nieuwe vragenlijst.";
  }
  if (form.initiative !== known.form.initiative) {
    return `Deze antwoorden horen bij een andere vragenlijst: ${tidyName(form.name) || "zonder naam"}.`;
  }
  if (form.of !== known.form.of) {
    const asked = form.of === "verband" ? "de bestaande samenwerking" : "gemeenten";
    return `Deze antwoorden horen bij de vragenlijst voor ${asked}. Open ze daar.`;
  }
  if (form.questions !== known.form.questions) {
    const list = form.questions === "kort" ? "korte" : "volledige";
    return `Deze antwoorden horen bij de ${list} vragenlijst. Open ze daar.`;
  }
  return "";
}
