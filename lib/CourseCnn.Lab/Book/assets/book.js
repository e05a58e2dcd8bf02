// The switch for light and dark, buttons at code, and where in the page the reader is.
(() => {
  const button = document.querySelector("button.theme");
  const icons = {
    dark: '<path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/>',
    light: '<g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"><circle cx="10" cy="10" r="3.4"/><path d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1"/></g>',
  };
  const label = () => {
    const other = window.bookTheme.get() === "dark" ? "light" : "dark";
    button.setAttribute("aria-label", `Switch to ${other} colours`);
    button.innerHTML = `<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${icons[other]}</svg>`;
    button.onclick = () => window.bookTheme.choose(other);
  };
  button.hidden = false;
  document.addEventListener("bookthemechange", label);
  label();

  const toolButton = (tag, text) => {
    const made = document.createElement(tag);
    made.className = "tool";
    made.textContent = text;
    return made;
  };
  for (const block of document.querySelectorAll(".code, .prose pre")) {
    const code = block.querySelector("code") ?? block;
    const tools = document.createElement("div");
    tools.className = "tools";
    const copy = toolButton("button", "Copy");
    copy.type = "button";
    copy.setAttribute("aria-live", "polite");
    copy.onclick = async () => {
      copy.textContent = await copied(code.textContent) ? "Copied" : "Press Ctrl+C";
      setTimeout(() => { copy.textContent = "Copy"; }, 2000);
    };
    if (block.matches(".cell .code")) {
      const edit = toolButton("a", "Change it");
      edit.href = "#run-it";
      tools.append(edit);
    }
    tools.append(copy);
    if (block.localName === "pre") {
      const frame = document.createElement("div");
      frame.className = "code";
      block.replaceWith(frame);
      frame.append(block, tools);
    } else block.append(tools);

    async function copied(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        getSelection().selectAllChildren(code);
        return document.execCommand?.("copy") ?? false;
      }
    }
  }

  // What scrolls sideways must be reachable without a mouse.
  const scrollers = new ResizeObserver(entries => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  window.bookScrollers = within => {
    for (const each of within.querySelectorAll("pre, .table-scroll, .math-display, .output.value")) scrollers.observe(each);
  };
  window.bookScrollers(document);

  for (const link of document.querySelectorAll(".chapters a[href^='#']")) {
    link.addEventListener("click", () => document.getElementById("chapters").hidePopover?.());
  }

  const links = new Map();
  for (const link of document.querySelectorAll(".sections a")) {
    const anchor = decodeURIComponent(link.hash.slice(1));
    links.set(anchor, [...(links.get(anchor) ?? []), link]);
  }
  const headings = [...links.keys()].map(anchor => document.getElementById(anchor)).filter(Boolean);
  let shown = null;
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * 0.3);
    const here = passed.at(-1)?.id ?? null;
    if (here === shown) return;
    for (const link of links.get(shown) ?? []) link.removeAttribute("aria-current");
    for (const link of links.get(here) ?? []) link.setAttribute("aria-current", "true");
    shown = here;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
