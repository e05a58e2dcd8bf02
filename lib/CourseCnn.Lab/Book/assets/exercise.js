// Exercises: a form in place of the cell that nobody can run here. What it says was asked of the exercise itself when the page was made.
(() => {
  const Gap = "{answer}";

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // One way to give an answer: what the reader sees, and what it says now.
  const inputs = {
    number: () => {
      const input = element("input", { type: "text", inputMode: "numeric", autocomplete: "off", size: 6 });
      return { seen: input, answer: () => input.value.replace(/[\s,.']/g, "").replace(/^0+(?=\d)/, "") };
    },
    word: field => {
      const input = element("input", { type: "text", autocomplete: "off", spellcheck: false, size: field.options.length + 3 });
      return { seen: input, answer: () => input.value.toUpperCase().replace(/[^\p{L}]/gu, "") };
    },
    letter: field => {
      const select = element("select", {}, element("option", { value: "", textContent: "–" }),
        ...[...field.options].map(letter => element("option", { textContent: letter })));
      return { seen: select, answer: () => select.value };
    },
    letters: field => {
      const boxes = [...field.options].map(letter => element("input", { type: "checkbox", value: letter }));
      const seen = element("span", { className: "choices" }, ...boxes.map(box => element("label", {}, box, ` ${box.value}`)));
      return { seen, answer: () => boxes.filter(box => box.checked).map(box => box.value).join("") };
    },
  };

  const headingBefore = place => [...document.querySelectorAll("article :is(h1, h2, h3, h4)")]
    .filter(heading => heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);

  const build = data => {
    const { fields, sentences, right, hint, solution } = JSON.parse(data.textContent);
    const given = fields.map(field => ({ field, ...inputs[field.kind](field) }));
    const says = element("div", { className: "says" });
    says.setAttribute("role", "status");
    const say = (kind, heading, numbers, answer = "") => {
      says.dataset.kind = kind;
      says.replaceChildren(element("strong", { textContent: heading }),
        ...numbers.map(number => element("p", { textContent: sentences[number].replaceAll(Gap, answer) })));
    };

    const check = () => {
      const open = given.filter(each => each.answer() === "").map(each => each.field.label);
      if (open.length > 0) {
        say("open", "… Your turn.", []);
        says.append(element("p", { textContent: `Still without an answer: ${open.join("; ")}.` }));
        return;
      }
      const complaints = given.flatMap(({ field, answer }) =>
        (field.replies[answer()] ?? field.other).map(number => sentences[number].replaceAll(Gap, answer())));
      if (complaints.length === 0) {
        say("right", "✓ Right.", right);
        return;
      }
      say("wrong", "✗ Not yet.", []);
      says.append(...complaints.map(complaint => element("p", { textContent: complaint })));
    };

    const rows = given.map(({ field, seen }) => seen.matches(".choices")
      ? element("fieldset", {}, element("legend", { textContent: field.label }), seen)
      : element("label", { className: "row" }, element("span", { textContent: field.label }), seen));
    const button = (text, onclick) => element("button", { type: "button", textContent: text, onclick });
    const form = element("form", { className: "exercise" }, ...rows, element("div", { className: "buttons" },
      element("button", { type: "submit", textContent: "Check" }),
      button("Hint", () => say("open", "→ Hint.", hint)),
      button("Solution", () => say("open", "→ Solution.", solution))), says);
    // Named after the section it stands in; a page may have several.
    const section = headingBefore(data)?.textContent.replace(/#$/, "") ?? "";
    form.setAttribute("aria-label", `Answers: ${section}`);
    form.addEventListener("submit", event => { event.preventDefault(); check(); });

    // The note that speaks of cells has had its say.
    data.previousElementSibling?.remove();
    data.replaceWith(form);
  };

  const buildAll = within => {
    for (const data of within.querySelectorAll("script[data-part=exercise]")) build(data);
  };
  (window.bookParts ??= []).push(buildAll);
  buildAll(document);
})();
