// Searches what zoekgegevens.js holds for the words in the address: zoeken.html?q=woord. Nothing leaves this page, and
// nothing is written as markup.
"use strict";
(() => {
  const MOST = 60, AROUND = 80;
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  // What words have in common in Dutch, whatever their ending and the length of their vowel: leen, lenen, uitgeleend.
  const core = (word) => {
    const short = word.length > 4 ? word.replace(/(?:heden|heid|ingen|ing|eren|eer|en|er|es|de|te|e|s|t|d)$/, "") : word;
    return (short.length > 2 ? short : word).replace(/(.)\1/g, "$1");
  };
  const parts = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const found = document.getElementById("gevonden"), list = document.getElementById("vondsten");
  const field = document.getElementById("zoekwoord");
  const asked = (new URLSearchParams(location.search).get("q") || "").trim();
  if (!asked) { found.textContent = "Typ een woord in het zoekveld."; field.focus(); return; }
  field.value = asked;
  document.title = `${asked} – zoeken – Poolwijzer`;

  const { pages, same } = window.poolwijzerZoekt;
  const entries = pages.map(([title, address, kind, names, words]) => ({
    title, address, kind, words, head: fold(`${title} ${names}`), body: fold(words),
  }));
  // A word also stands for the others in its line of the glossary.
  const alike = (word) => {
    const lines = same.filter((line) => line.some((one) => fold(one) === word));
    return [word, ...lines.flat().map(fold).filter((one) => one !== word)];
  };
  const literal = (word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const edges = new Map();
  const whole = (text, word) => {
    if (!edges.has(word)) edges.set(word, new RegExp(`(?:^|[^\\p{L}\\p{N}])${literal(word)}(?:$|[^\\p{L}\\p{N}])`, "u"));
    return edges.get(word).test(text);
  };

  // A word of a few letters, such as GR, is inside too many others.
  // How well a page answers to a word; 0 where it does not.
  const worth = (entry, word) => {
    let best = 0;
    alike(word).forEach((one, index) => {
      const less = index ? 0.6 : 1;
      if (whole(entry.head, one)) best = Math.max(best, 12 * less);
      else if (one.length > 3 && entry.head.includes(one)) best = Math.max(best, 8 * less);
      else if (whole(entry.body, one)) best = Math.max(best, 4 * less);
      else if (one.length > 3 && entry.body.includes(one)) best = Math.max(best, 3 * less);
    });
    const stem = core(word);
    entry.stems ||= { head: parts(entry.head).map(core), body: new Set(parts(entry.body).map(core)) };
    if (entry.stems.head.some((one) => one === stem || (stem.length > 3 && one.startsWith(stem)))) best = Math.max(best, 5);
    else if (!best && entry.stems.body.has(stem)) best = 1.5;
    return best;
  };
  const kinds = { "Optie": 1.5, "Begrip": 1.3, "Bron": 0.5, "Uitleg": 0.9, "Stelling": 0.9, "Engels": 0.3 };
  const rank = (words, all) => entries
    .map((entry) => {
      const each = words.map((word) => worth(entry, word));
      const hits = each.filter(Boolean).length;
      const enough = all ? hits === words.length : hits > 0;
      return { entry, value: enough ? (each.reduce((sum, one) => sum + one, 0) + hits) * (kinds[entry.kind] || 1) : 0 };
    })
    .filter((one) => one.value)
    .sort((one, two) => two.value - one.value || (one.entry.title < two.entry.title ? -1 : 1));

  // Small words say nothing, unless there is no other.
  const small = new Set("de het een en of van voor met in op bij te om is wij we ik hoe wat dat die er aan naar als je u".split(" "));
  const typed = parts(asked), telling = typed.filter((word) => !small.has(word));
  const words = telling.length ? telling : typed;
  if (!words.length) { found.textContent = "Typ een woord van letters of cijfers."; return; }
  const phrase = alike(fold(asked)).length > 1 && words.length > 1 ? rank([fold(asked)], true) : [];
  let hits = rank(words, true), some = false;
  const seen = new Set(hits.map((hit) => hit.entry));
  hits = [...hits, ...phrase.filter((hit) => !seen.has(hit.entry))];
  if (!hits.length) { hits = rank(words, false); some = words.length > 1 && hits.length > 0; }

  // Of a long word that stands nowhere, a word that it is made of: the longest at its end, else at its beginning.
  let instead = "";
  if (!hits.length) {
    const known = new Set(entries.flatMap((entry) => parts(`${entry.head} ${entry.body}`)).filter((one) => one.length > 4));
    const longest = (fits) => [...known].filter(fits).sort((one, two) => two.length - one.length || (one < two ? -1 : 1))[0];
    instead = words.map((word) => longest((one) => word.endsWith(one)) || longest((one) => word.startsWith(one))).find(Boolean) || "";
    if (instead) hits = rank([instead], true);
  }

  const excerpt = (entry) => {
    const at = Math.max(0, ...[...words, instead].filter(Boolean).flatMap(alike).map((word) => entry.words.toLowerCase().indexOf(word)));
    const before = Math.max(0, at - AROUND), space = entry.words.indexOf(" ", at + 2 * AROUND);
    const end = space < 0 ? entry.words.length : space;
    const begin = before && entry.words.indexOf(" ", before) + 1;
    return (begin ? "… " : "") + entry.words.slice(begin, end) + (end < entry.words.length ? " …" : "");
  };
  const count = hits.length === 1 ? "1 bladzijde" : `${hits.length} bladzijden`;
  const told = hits.length > MOST ? `${count}. De eerste ${MOST} staan hieronder.` : `${count}.`;
  if (instead) found.textContent = `Niets gevonden met '${asked}'. Met '${instead}': ${told}`;
  else if (!hits.length) found.textContent = `Niets gevonden met '${asked}'. Probeer een ander of korter woord.`;
  else if (some) found.textContent = `Geen bladzijde heeft al deze woorden. Met een deel ervan: ${told}`;
  else found.textContent = `Gevonden met '${asked}': ${told}`;
  for (const { entry } of hits.slice(0, MOST)) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = entry.address;
    link.textContent = entry.title;
    const kind = document.createElement("span");
    kind.className = "soort";
    kind.textContent = entry.kind ? ` ${entry.kind}` : "";
    const piece = document.createElement("p");
    piece.textContent = excerpt(entry);
    if (entry.kind === "Engels") link.lang = piece.lang = "en";
    item.append(link, kind, piece);
    list.append(item);
  }
})();
