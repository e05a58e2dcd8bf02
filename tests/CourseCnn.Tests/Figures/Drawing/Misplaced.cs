namespace CourseCnn.Tests.Figures.Drawing;

/// <summary>Asks a page for the words of its drawings that do not stand where they should.</summary>
static class Misplaced
{
    /// <summary>Stops whatever moves at this share of its way, from 0 to 1.</summary>
    internal const string AtShareOfTheWay = """
        share => {
          for (const each of document.getAnimations()) {
            each.pause();
            each.currentTime = share * each.effect.getComputedTiming().duration;
          }
        }
        """;

    /// <summary>
    /// Texts that are seen and leave the drawing, reach out of the box that their middle lies in, or touch another text. The small
    /// weights in the corners of a kernel's cells lie on the cells' own numbers, and a mark covers the number that it marks.
    /// </summary>
    internal const string Script = """
        () => [...document.querySelectorAll('svg')].flatMap(svg => {
          const box = element => element.getBoundingClientRect();
          const seen = element => getComputedStyle(element).visibility === 'visible' && element.getClientRects().length > 0;
          const inside = (a, b, slack) =>
            a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
          const card = box(svg), scale = card.width / svg.viewBox.baseVal.width;
          const rects = [...svg.querySelectorAll('rect')].filter(seen).map(box).filter(b => b.width > 24 * scale && b.height > 16 * scale);
          const texts = [...svg.querySelectorAll('text')].filter(seen)
            .map(text => ({ text, b: box(text), above: text.textContent.startsWith('×') || text.classList.contains('on') }));
          const wrong = [];
          for (const { text, b, above } of texts) {
            if (!inside(b, card, 0)) wrong.push('leaves the drawing: ' + text.textContent);
            const [x, y] = [(b.left + b.right) / 2, (b.top + b.bottom) / 2];
            for (const r of rects)
              if (x > r.left && x < r.right && y > r.top && y < r.bottom && !inside(b, r, 2 * scale))
                wrong.push('leaves its box: ' + text.textContent);
            for (const other of texts)
              if (other.text !== text && !other.above && !above && b.left < other.b.right - 1 && other.b.left < b.right - 1
                  && b.top < other.b.bottom - 0.3 * b.height && other.b.top < b.bottom - 0.3 * b.height)
                wrong.push('touches ' + other.text.textContent + ': ' + text.textContent);
          }
          return wrong;
        })
        """;
}
