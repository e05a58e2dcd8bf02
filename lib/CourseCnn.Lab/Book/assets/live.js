// Outputs with scripts: a drawing stands in their place until the reader comes near.
(() => {
  const waiting = new Map();

  window.bookLive = (html, script) => {
    const place = waiting.get(script);
    waiting.delete(script);
    place.innerHTML = html;
    // Scripts that come by innerHTML do not run; fresh ones do, in their order.
    for (const old of place.querySelectorAll("script[src]")) {
      const fresh = document.createElement("script");
      for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
      fresh.async = false;
      old.replaceWith(fresh);
    }
    for (const build of window.bookParts ?? []) build(place);
    window.bookTheme.adaptStyles();
    window.bookScrollers?.(place);
    place.dataset.shown = "";
  };

  const load = place => {
    const script = document.createElement("script");
    script.src = place.dataset.live;
    waiting.set(script, place);
    // Where it cannot be read the drawing stays.
    script.onerror = () => waiting.delete(script);
    document.head.append(script);
  };

  const near = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load(target);
    }
  }, { rootMargin: "800px 0px" });
  for (const place of document.querySelectorAll("[data-live]")) near.observe(place);
})();
