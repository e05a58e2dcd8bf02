(() => {
  // Lets a reader step through each moving drawing that has no buttons yet.
  // The movement is the drawing's own: it is halted and set to a time.
  const steer = figure => {
    const { seconds, steps, rest } = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const drawing = figure.querySelector("svg");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    drawing.classList.add("stepped");
    const animations = drawing.getAnimations({ subtree: true });
    if (animations.length === 0) return;
    const duration = 1000 * seconds;
    const round = duration * (steps + rest);
    const now = () => Math.min(steps - 1, Math.floor(((animations[0].currentTime ?? 0) % round) / duration));

    const bar = document.createElement("div");
    bar.className = "coursecnn-stepper";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Steps of the animation");
    const button = (text, action) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", action);
      bar.append(made);
      return made;
    };
    const sums = drawing.querySelectorAll(".sum");
    const live = document.createElement("span");
    live.setAttribute("aria-live", "polite");

    let playing = true;
    const say = () => { toggle.textContent = playing ? "Pause" : "Play"; };
    const pause = () => { playing = false; for (const each of animations) each.pause(); say(); };
    const show = step => {
      pause();
      const at = (step + steps) % steps;
      for (const each of animations) each.currentTime = (at + 0.4) * duration;
      live.textContent = [...sums[at].querySelectorAll("text")]
        .filter(line => line.getClientRects().length)
        .map(line => line.textContent.replaceAll("·", " × ")).join(" ");
    };
    const play = () => {
      playing = true;
      // From the end, or from the still picture of a reader who wants less movement, start afresh.
      const from = now() === steps - 1 ? 0 : animations[0].currentTime;
      for (const each of animations) { each.currentTime = from; each.play(); }
      live.textContent = "";
      say();
    };

    button("Previous", () => show(now() - 1));
    const toggle = button("Pause", () => playing ? pause() : play());
    button("Next", () => show(now() + 1));
    bar.append(live);
    figure.append(bar);

    const keys = { ArrowLeft: () => show(now() - 1), ArrowRight: () => show(now() + 1), Home: () => show(0), End: () => show(steps - 1) };
    figure.addEventListener("keydown", event => {
      const action = keys[event.key];
      if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
      // A notebook has its own meaning for these keys.
      event.preventDefault();
      event.stopPropagation();
      action();
    });

    if (still) { show(steps - 1); live.textContent = ""; }
  };

  for (const figure of document.querySelectorAll("figure.coursecnn-drawing:not([data-drawn])")) {
    if (!figure.querySelector("script[type='application/json']")) continue;
    figure.dataset.drawn = "";
    try { steer(figure); } catch { /* It goes on playing by itself. */ }
  }
})();
