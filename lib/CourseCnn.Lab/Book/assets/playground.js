// Below a picture and what a kernel made of it: the same with the reader's own numbers.
(() => {
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // Where the kernel fits wholly, each pixel under it times its weight, all added up: as the library does.
  const convolve = ({ width, height, pixels, columns }, kernel) => {
    const rows = kernel.length / columns;
    const [outWidth, outHeight] = [width - columns + 1, height - rows + 1];
    const output = new Float32Array(outWidth * outHeight);
    for (let y = 0; y < outHeight; y++) {
      for (let x = 0; x < outWidth; x++) {
        let sum = 0;
        for (let k = 0; k < kernel.length; k++) sum += kernel[k] * pixels[(y + Math.floor(k / columns)) * width + x + k % columns];
        output[y * outWidth + x] = sum / 255;
      }
    }
    return { width: outWidth, height: outHeight, values: output };
  };

  // The smallest value black, the largest white; a picture of one value only is grey.
  const draw = (canvas, { width, height, values }) => {
    let [least, most] = [Infinity, -Infinity];
    for (const value of values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    const image = context.createImageData(width, height);
    values.forEach((value, i) => {
      const shade = most > least ? Math.round(255 * (value - least) / (most - least)) : 128;
      image.data.set([shade, shade, shade, 255], 4 * i);
    });
    context.putImageData(image, 0, 0);
    return [least, most];
  };

  const build = data => {
    const picture = JSON.parse(data.textContent);
    picture.pixels = Uint8Array.from(atob(picture.pixels), letter => letter.charCodeAt(0));
    const inputs = picture.kernel.map((weight, i) => {
      const input = element("input", { type: "text", inputMode: "decimal", autocomplete: "off", value: String(Number(weight.toPrecision(6))) });
      input.setAttribute("aria-label", `Row ${Math.floor(i / picture.columns)}, column ${i % picture.columns}`);
      return input;
    });
    const first = inputs.map(input => input.value);
    const grid = element("div", { className: "weights" }, ...inputs);
    grid.style.gridTemplateColumns = `repeat(${picture.columns}, 1fr)`;
    grid.setAttribute("role", "group");
    grid.setAttribute("aria-label", "The kernel's weights");
    const canvas = element("canvas", {});
    canvas.setAttribute("role", "img");
    const says = element("p", {});
    says.setAttribute("role", "status");

    const update = () => {
      const weights = inputs.map(input => Number(input.value.replace(",", ".").replace("−", "-") || NaN));
      inputs.forEach((input, i) => input.setAttribute("aria-invalid", String(!Number.isFinite(weights[i]))));
      if (!weights.every(Number.isFinite)) {
        says.textContent = "Each weight has to be a number.";
        return;
      }
      const output = convolve(picture, weights);
      const written = (value, digits) => String(Number(value.toPrecision(digits))).replaceAll("-", "−");
      const [least, most] = draw(canvas, output).map(value => written(value, 4));
      const total = written(weights.reduce((sum, weight) => sum + weight, 0), 6);
      says.textContent = `The weights add up to ${total}. Black is ${least}, white is ${most}.`;
      canvas.setAttribute("aria-label", `The picture filtered with your kernel, ${output.height} pixels high and ${output.width} wide, values from ${least} to ${most}.`);
    };
    const button = (text, change) => element("button", {
      type: "button", textContent: text, onclick: () => {
        inputs.forEach((input, i) => { input.value = change(i); });
        update();
      },
    });
    for (const input of inputs) input.addEventListener("input", update);

    const playground = element("details", { className: "playground" }, element("summary", { textContent: "Change the kernel" }),
      element("div", { className: "play" },
        element("div", {}, grid, element("div", { className: "buttons" },
          button("Random", () => (Math.random() * 2 - 1).toFixed(2)), button("Back", i => first[i])), says),
        canvas));
    playground.addEventListener("toggle", () => { if (playground.open && !canvas.hasAttribute("aria-label")) update(); });
    data.replaceWith(playground);
  };

  const buildAll = within => {
    for (const data of within.querySelectorAll("script[data-part=playground]")) build(data);
  };
  (window.bookParts ??= []).push(buildAll);
  buildAll(document);
})();
