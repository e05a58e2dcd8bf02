using System.Text;
using CourseCnn.Figures;
using CourseCnn.Files;

namespace CourseCnn;

/// <summary>
/// Something to look at, described once and drawn for whoever looks: interactive in a notebook where scripts run, a static or animated
/// drawing where none does, a sentence for a listener. Pictures side by side are one kind, diagrams and animations the other. It keeps a
/// copy of the numbers it shows: changing the tensor afterwards does not change the figure.
/// </summary>
public abstract class Figure
{
    Lazy<string> alt;
    Lazy<string> id;
    Lazy<string> svg;

    private protected Figure()
    {
        alt = Once(Describe);
        id = Once(Identify);
        svg = Once(Draw);
    }

    /// <summary>What is seen, in a sentence or a few: the sizes, the numbers that matter, the result.</summary>
    public string Alt => alt.Value;

    /// <summary>Whether <see cref="Alt"/> was given, and so stands alone.</summary>
    internal bool HasOwnAlt { get; private set; }

    /// <summary>What the figure is called where there is room for a few words only.</summary>
    internal abstract string Title { get; }

    /// <summary>The same for the same content, so that running a notebook twice writes the same bytes.</summary>
    internal string Id => id.Value;

    /// <summary>A drawing that needs nothing else: pictures and movement inside, light or dark as the reader's system asks.</summary>
    public string ToSvg() => svg.Value;

    /// <summary>A fragment to put into a page: the drawing, which a script makes interactive wherever scripts run.</summary>
    public abstract string ToHtml();

    /// <summary>The interactive figure as plotly.js reads it: an object of <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    /// <exception cref="InvalidOperationException">The figure is a diagram or an animation, which plotly.js has no form for.</exception>
    public virtual string ToPlotlyJson() =>
        throw new InvalidOperationException("A diagram or an animation has no form for plotly.js: write ToSvg() or ToHtml() instead.");

    /// <summary>
    /// The same figure, saying something else to a listener: what it is there to show, which no sentence made from its numbers knows.
    /// </summary>
    /// <param name="text">What is said instead, in a sentence or a few.</param>
    /// <returns>A figure that shows the same; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    /// <example><code>
    /// PlotImage(Tensor.Rand((8, 8)), title: "Noise").WithAlt("Noise: no pixel tells anything about its neighbours.")
    /// </code></example>
    public Figure WithAlt(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException(
                "WithAlt needs a sentence for readers who do not see the figure, but got an empty text. "
                + "Say what it shows, or leave WithAlt out: then the figure describes itself.");
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var own = Id;
        var figure = (Figure)MemberwiseClone();
        figure.alt = new(words);

        // Beside the figure that describes itself, this one is another, and needs another name.
        figure.id = Once(() => FigureId.Of($"{own}\n{words}"));
        figure.svg = Once(figure.Draw);
        figure.HasOwnAlt = true;
        return figure;
    }

    /// <summary>The same as <see cref="Alt"/>.</summary>
    public override string ToString() => Alt;

    /// <summary>
    /// Writes the figure to a file: <c>.svg</c>, the static drawing, or <c>.html</c>, an interactive page that needs no network.
    /// An existing file is replaced in one go; missing folders are created.
    /// </summary>
    /// <param name="path">The file's name.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var text = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => ToSvg(),
            ".html" or ".htm" => ToPage(),
            var other => throw new ArgumentException(
                $"A figure is saved as .svg (a drawing) or .html (an interactive page), but \"{path}\" "
                + (other.Length > 0 ? $"ends in {other}." : "has no such ending.")
                + $" Write \"{Path.ChangeExtension(path, "svg")}\" instead."),
        };

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        OutputFile.Write(path, "The figure", "figure.svg", stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    private protected abstract string Describe();

    private protected abstract string Identify();

    /// <summary>Draws the figure: once, however many of its forms show the drawing.</summary>
    private protected abstract string Draw();

    /// <summary>A page of its own, which needs no network.</summary>
    private protected abstract string ToPage();

    /// <summary>
    /// What all forms of a figure share: it never changes, so it is made once, when it is first asked for. A failure is not kept, since a
    /// cell may have been stopped in the middle of it.
    /// </summary>
    private protected static Lazy<T> Once<T>(Func<T> make) => new(make, LazyThreadSafetyMode.PublicationOnly);
}
