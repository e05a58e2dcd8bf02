
(() => {
  // Replaces the static drawing of each figure that is not drawn yet; whatever goes wrong leaves the drawing where it is.
  const load = address => window.courseCnnPlotly ??= new Promise((resolve, reject) => {
    if (window.Plotly) return resolve(window.Plotly);
    if (typeof require === "function" && typeof define === "function" && define.amd) {
      if (!require.defined?.("plotly")) require.config?.({ paths: { plotly: address.replace(/\.js$/, "") } });
      return require(["plotly"], resolve, reject);
    }
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => window.Plotly ? resolve(window.Plotly) : reject();
    script.onerror = reject;
    document.head.append(script);
  });

  const fit = (given, layout, width, dark) => {
    const scale = Math.min(1, width / given.width);
    const [card, text] = dark ? given.dark : given.light;
    layout.autosize = false;
    layout.width = given.width * scale;
    layout.height = given.height * scale;
    layout.paper_bgcolor = card;
    layout.font.color = text;
    layout.font.size = Math.max(9.5, given.tick * scale);
    for (const key in layout) {
      if (/^[xy]axis/.test(key)) Object.assign(layout[key], { color: text, ticklen: given.ticklen * scale });
    }
    for (const title of layout.annotations) title.font.size = Math.max(10.5, given.title * scale);
    return layout;
  };

  const show = async figure => {
    const given = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const drawing = figure.querySelector("div");
    const Plotly = await load(given.plotly);
    const plot = document.createElement("div");
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", drawing.getAttribute("aria-label"));
    plot.style.cssText = "border-radius:8px;overflow:hidden";
    const { data, layout, config } = given.figure;
    const night = matchMedia("(prefers-color-scheme: dark)");
    let width = 0;
    const draw = async () => {
      width = figure.clientWidth;
      if (width === 0) return;
      const first = !plot.isConnected;
      if (first) figure.append(plot);
      try {
        await Plotly.react(plot, data, fit(given, plot.layout ?? layout, width, night.matches), { ...config, responsive: false });
        if (first) drawing.hidden = true;
      } catch { plot.remove(); drawing.hidden = false; }
    };
    night.addEventListener("change", draw);
    new ResizeObserver(() => { if (figure.clientWidth !== width) draw(); }).observe(figure);
  };

  for (const figure of document.querySelectorAll("figure.coursecnn-figure:not([data-drawn])")) {
    figure.dataset.drawn = "";
    show(figure).catch(() => {});
  }
})();
