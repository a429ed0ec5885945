/* How far one is, and what the page says; texts only ever go in as text. */

const QUIET = 1500; // milliseconds without a change before a screen reader hears how far one is
const total = known.questions.length;
let announcing = 0;

function paragraph(...parts) {
  const made = document.createElement("p");
  made.append(...parts);
  return made;
}

const tell = (place, sentences) => find(place).replaceChildren(...sentences.map((one) => paragraph(one)));

const openQuestions = () => known.questions.filter(({ id }) => !chosen(`antwoord-${id}`));

function showProgress() {
  const answered = total - openQuestions().length;
  const text = `${answered} van ${total} beantwoord`;
  if (find("stand").textContent !== text) {
    find("stand").textContent = text;
    find("balk").value = answered;
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      find("gezegd").textContent = text;
    }, QUIET);
  }
  for (const button of form.querySelectorAll(".wis-antwoord")) {
    const question = button.closest("fieldset").id.replace("stelling-", "");
    button.hidden = !chosen(`antwoord-${question}`);
  }
  showOpen();
}

/* A number that leads to its statement; a screen reader hears the word with it. */
function linkTo(id) {
  const link = document.createElement("a");
  link.href = `#stelling-${id}`;
  link.textContent = known.questions.findIndex((question) => question.id === id) + 1;
  link.setAttribute("aria-label", `stelling ${link.textContent}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    radios(`antwoord-${id}`)[0].focus();
  });
  return link;
}

/* What is still open, with a way to it; nothing has to be answered. */
function showOpen() {
  const open = openQuestions();
  const links = open.flatMap(({ id }, place) => [place ? ", " : " ", linkTo(id)]);
  const which = `Nog niet beantwoord: stelling${open.length === 1 ? "" : "en"}`;
  find("nog-open").replaceChildren(
    open.length
      ? paragraph(which, ...links, ". Dat mag: u kunt ook zo opslaan.")
      : paragraph("U hebt alle stellingen beantwoord."),
    ...(chosen("role") ? [] : [paragraph("Uw functie is niet ingevuld.")]),
    ...(chosen("basis") ? [] : [paragraph("U koos niet namens wie u antwoordt. Dan telt het als uw eigen beeld.")]),
  );
}
