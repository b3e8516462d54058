(() => {
  "use strict";
  const main = document.getElementById("text");
  const copied = document.querySelector(".copied");
  const marks = document.getElementById("marks");
  const keys = document.getElementById("keys");
  const units = new Map();
  let held = null;

  for (const element of document.querySelectorAll("[data-u]")) {
    const unit = element.dataset.u;
    if (!units.has(unit)) units.set(unit, []);
    units.get(unit).push(element);
  }
  for (const element of document.querySelectorAll(".steps, .keys")) element.hidden = false;

  const unitOf = (node) => node instanceof Element ? node.closest("[data-u]")?.dataset.u : undefined;
  let lit;
  const light = (unit) => {
    if (unit === lit) return;
    for (const element of units.get(lit) ?? []) element.classList.remove("on");
    for (const element of units.get(unit) ?? []) element.classList.add("on");
    lit = unit;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") light(unitOf(event.target) ?? held);
  });
  document.addEventListener("focusin", (event) => light(unitOf(event.target) ?? held));
  document.addEventListener("focusout", () => light(held));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.n");
    // A finger near a number means the sentence; a long press still gives the address.
    if (link && event.pointerType === "touch") event.preventDefault();
    else if (link) copy(link.href);
    const change = event.target.closest("a.flag");
    if (change) document.querySelector(change.getAttribute("href"))?.setAttribute("open", "");
    if (main.contains(event.target) || unitOf(event.target)) {
      held = unitOf(event.target);
      light(held);
    }
  });

  const copy = async (address) => {
    try {
      await navigator.clipboard.writeText(address);
      copied.textContent = copied.dataset.words;
      setTimeout(() => { copied.textContent = ""; }, 2500);
    } catch { /* The address bar has it, too. */ }
  };

  const step = (elements, forward) => {
    const seen = elements.filter((element) => element.checkVisibility());
    if (seen.length === 0) return;
    const here = document.activeElement?.closest(".s, .change");
    const order = (element) => here ? here.compareDocumentPosition(element) : 0;
    const next = forward
      ? seen.find((element) => !here || order(element) & Node.DOCUMENT_POSITION_FOLLOWING)
      : seen.findLast((element) => !here || order(element) & Node.DOCUMENT_POSITION_PRECEDING);
    const chosen = next ?? (forward ? seen[0] : seen[seen.length - 1]);
    chosen.querySelector("a.n, summary")?.focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "center" });
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const marked = all(".s:is(.missing, .critical, .major, .minor, .unsealed, .draft)");
  // Where marked translations are left out, their changes are still told.
  const stepMarks = (forward) => step(marked.length > 0 ? marked : all(".change"), forward);
  const stepSentences = (forward) => {
    const side = document.getElementById("view-target").checked ? "t" : "s";
    step(all(`.s[id^="${side}"]`), forward);
  };
  document.getElementById("next").addEventListener("click", () => stepMarks(true));
  document.getElementById("previous").addEventListener("click", () => stepMarks(false));

  const view = (name) => { document.getElementById(`view-${name}`).checked = true; };
  const actions = {
    Digit1: () => view("both"),
    Digit2: () => view("source"),
    Digit3: () => view("target"),
    KeyM: () => { marks.checked = !marks.checked; },
    KeyN: () => stepMarks(true),
    KeyP: () => stepMarks(false),
    KeyJ: () => stepSentences(true),
    KeyK: () => stepSentences(false),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      held = undefined;
      light(undefined);
      document.querySelector(".keys").open = false;
      return;
    }
    const action = actions[event.code];
    if (!action || !keys.checked || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    action();
  });

  // Nobody opens a change on paper.
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = all("details.change:not([open])");
    for (const change of shut) change.open = true;
  });
  addEventListener("afterprint", () => {
    for (const change of shut) change.open = false;
  });
})();
