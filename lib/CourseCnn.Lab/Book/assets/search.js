// Search over all pages: every word has to occur in a section, as it is or as the beginning of a word.
(() => {
  const field = document.getElementById("search");
  const box = field.closest(".search");
  const list = document.getElementById("search-results");
  const count = document.getElementById("search-count");
  const Most = 20;
  let sections = null;

  const simple = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const words = text => simple(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  window.bookSearch = entries => {
    sections = entries.map(([page, title, address, text]) => ({
      page, title, address, text, inTitle: ` ${words(title).join(" ")}`, inText: ` ${words(text).join(" ")}`,
    }));
    find();
  };
  const load = () => {
    if (sections) return;
    sections = [];
    const script = document.createElement("script");
    script.src = "search-index.js";
    document.head.append(script);
  };

  const score = (section, wanted) => {
    let total = 0;
    for (const word of wanted) {
      const inTitle = section.inTitle.includes(` ${word}`);
      const times = section.inText.split(` ${word}`).length - 1;
      if (!inTitle && times === 0) return 0;
      total += (inTitle ? 20 : 0) + Math.min(times, 10);
    }
    return total;
  };

  // The words around the first one found, with those that were sought marked.
  const excerpt = (section, wanted) => {
    const line = document.createElement("span");
    const start = pattern(wanted).exec(section.text)?.index ?? 0;
    const from = Math.max(0, section.text.lastIndexOf(" ", Math.max(0, start - 40)) + 1);
    const text = (from > 0 ? "… " : "") + section.text.slice(from, from + 130);
    let last = 0;
    for (const match of text.matchAll(pattern(wanted))) {
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      line.append(text.slice(last, match.index), mark);
      last = match.index + match[0].length;
    }
    line.append(text.slice(last));
    return line;
  };
  const pattern = wanted => new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join("|")})[\\p{L}\\p{N}]*`, "giu");

  const find = () => {
    const wanted = words(field.value);
    list.hidden = wanted.length === 0;
    count.textContent = "";
    list.replaceChildren();
    if (wanted.length === 0) return;
    const found = sections.map(section => ({ section, points: score(section, wanted) }))
      .filter(({ points }) => points > 0)
      .sort((one, other) => other.points - one.points);
    count.textContent = found.length === 0 ? "Nothing found" : `${found.length} ${found.length === 1 ? "place" : "places"} found`;
    for (const { section } of found.slice(0, Most)) {
      const link = document.createElement("a");
      link.href = section.address;
      const title = document.createElement("strong");
      title.textContent = section.title;
      const page = document.createElement("small");
      page.textContent = section.title === section.page ? "" : section.page;
      link.append(title, page, excerpt(section, wanted));
      list.append(link);
    }
    if (found.length === 0) {
      const nothing = document.createElement("p");
      nothing.textContent = "Nothing found.";
      list.append(nothing);
    }
  };

  box.hidden = false;
  field.addEventListener("focus", load);
  field.addEventListener("input", find);
  const close = () => { list.hidden = true; };
  box.addEventListener("keydown", event => {
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") {
      field.value = "";
      close();
      field.focus();
    } else if (event.key === "ArrowDown") stops[Math.min(at + 1, stops.length - 1)].focus();
    else if (event.key === "ArrowUp") stops[Math.max(at - 1, 0)].focus();
    else if (event.key === "Enter" && at === 0) stops[1]?.click();
    else return;
    event.preventDefault();
  });
  box.addEventListener("focusout", event => { if (!box.contains(event.relatedTarget)) close(); });
  field.addEventListener("focusin", () => { if (field.value) find(); });
  list.addEventListener("click", event => { if (event.target.closest("a")) close(); });
  addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest?.("input, textarea, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
  });
})();
