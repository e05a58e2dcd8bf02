// Light or dark: as the system is, unless the reader chose otherwise. Runs before anything is drawn.
(() => {
  const root = document.documentElement;
  const native = window.matchMedia.bind(window);
  const system = native("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem("coursecnn-theme"); } catch { /* Some browsers keep nothing for pages from disk. */ }
  if (chosen !== "dark" && chosen !== "light") chosen = null;

  const theme = () => chosen ?? (system.matches ? "dark" : "light");
  const followers = new Set();

  // Figures ask the system what to look like; here the page answers, so that they follow the switch.
  window.matchMedia = query => {
    const asked = /^\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*$/.exec(query);
    if (!asked) return native(query);
    const list = new EventTarget();
    Object.defineProperties(list, { media: { value: query }, matches: { get: () => theme() === asked[1] } });
    list.addListener = heard => list.addEventListener("change", heard);
    list.removeListener = heard => list.removeEventListener("change", heard);
    followers.add(list);
    return list;
  };

  // The same for styles that stand in the page: those of drawings and outputs.
  const written = new WeakMap();
  const adapt = rules => {
    for (const rule of rules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      if (!written.has(rule)) written.set(rule, rule.media.mediaText);
      const text = written.get(rule);
      const answered = chosen === null ? text : text.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g,
        (_, asked) => asked === chosen ? "(min-width: 0px)" : "(max-width: 0px)");
      if (rule.media.mediaText !== answered) rule.media.mediaText = answered;
      adapt(rule.cssRules);
    }
  };

  window.bookTheme = {
    get: theme,
    // What the system says anyway need not be remembered.
    choose(wanted) {
      chosen = wanted === (system.matches ? "dark" : "light") ? null : wanted;
      try {
        if (chosen) localStorage.setItem("coursecnn-theme", chosen);
        else localStorage.removeItem("coursecnn-theme");
      } catch { /* Then it holds for this page only. */ }
      apply();
    },
    adaptStyles() {
      for (const sheet of document.styleSheets) {
        if (sheet.ownerNode?.localName === "style") adapt(sheet.cssRules);
      }
    },
  };

  const apply = () => {
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    window.bookTheme.adaptStyles();
    for (const list of followers) {
      const event = new Event("change");
      Object.assign(event, { media: list.media, matches: list.matches });
      list.dispatchEvent(event);
      list.onchange?.(event);
    }
    document.dispatchEvent(new Event("bookthemechange"));
  };

  if (chosen) root.dataset.theme = chosen;
  root.classList.add("scripted");
  system.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", () => window.bookTheme.adaptStyles());
})();
