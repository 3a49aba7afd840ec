"use strict";
// The filter is in the fields of the form and, to be shared, in the hash of the
// address: "#check=coro-discarded-task&text=load".
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const form = byId("filter");
  const fields = ["text", "check", "file", "severity", "baseline"].map((name) => form.elements.namedItem(name));

  const fileOf = (finding) => finding.location?.file ?? "(no file)";
  const valueOf = { file: fileOf, check: (f) => f.check, severity: (f) => f.severity, baseline: (f) => f.baseline ?? "" };

  const items = [...document.querySelectorAll("article")].map((article) => {
    const [list, index] = article.dataset.key.split("/");
    return { article, finding: data[list][index], counts: list === "findings", text: null };
  });

  // What the words are looked for in; made when first asked for.
  function textOf(item) {
    const f = item.finding;
    item.text ??= [f.message, f.check, fileOf(f), f.severity, ...f.notes.map((note) => note.message)].join("\n").toLowerCase();
    return item.text;
  }

  function choose(field, value) {
    // A link may name a file that has no finding any more.
    if (field.options && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  }

  for (const field of fields) {
    if (!field.options) continue;
    const values = new Set(items.map((item) => valueOf[field.name](item.finding)));
    values.delete("");
    for (const value of [...values].sort()) field.add(new Option(value, value));
    field.parentElement.hidden = values.size === 0;
  }

  function apply() {
    const words = fields[0].value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = fields.slice(1).filter((field) => field.value);
    let shown = 0;
    let all = 0;
    for (const item of items) {
      const fits =
        wanted.every((field) => valueOf[field.name](item.finding) === field.value) &&
        words.every((word) => textOf(item).includes(word));
      item.article.hidden = !fits;
      all += item.counts;
      shown += item.counts && fits;
    }
    for (const section of document.querySelectorAll("main > section"))
      section.hidden = !section.querySelector("article:not([hidden])");
    byId("shown").textContent = `${shown} of ${all} shown`;
  }

  function hashOfFields() {
    const set = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
    return new URLSearchParams(set).toString();
  }

  // Where a link leads must not be hidden or folded.
  function reveal(id) {
    const target = byId(id);
    if (!target) return;
    if (target.hidden) {
      form.reset();
      apply();
    }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  }

  function readHash() {
    const hash = location.hash.slice(1);
    // A link to a place leaves the filter as it is.
    if (hash && !hash.includes("=")) return reveal(hash);
    const asked = new URLSearchParams(hash);
    for (const field of fields) choose(field, asked.get(field.name) ?? "");
    apply();
  }

  let waiting = 0;
  function changed() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      apply();
      // A frame without an origin of its own may not.
      try {
        history.replaceState(null, "", "#" + hashOfFields());
      } catch {}
    }, 100);
  }

  function step(by) {
    const visible = items.map((item) => item.article).filter((article) => article.checkVisibility());
    const here = visible.indexOf(document.activeElement?.closest("article"));
    const next = visible[here < 0 && by < 0 ? visible.length - 1 : here + by];
    next?.focus();
    next?.scrollIntoView();
  }

  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-check], a[data-file]");
    if (!link) return;
    event.preventDefault();
    location.hash = new URLSearchParams({ ...link.dataset }).toString();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      event.preventDefault();
      fields[0].focus();
    }
  });
  window.addEventListener("hashchange", readHash);
  form.hidden = items.length === 0;
  apply();
  readHash();
})();
