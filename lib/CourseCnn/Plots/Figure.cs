using System.Text;

namespace CourseCnn;

/// <summary>
/// Pictures side by side, described once and drawn for whoever looks: interactive in a notebook (hover over a pixel to read its value,
/// drag to zoom, double-click to zoom out), a static drawing where no script runs, a sentence for a listener. It keeps a copy of the
/// pixels: changing the tensor afterwards does not change the figure.
/// </summary>
[TypeFormatterSource(typeof(FigureFormatterSource), PreferredMimeTypes =
    [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
public sealed class Figure
{
    readonly Lazy<string> alt;
    readonly Lazy<string> id;

    internal Figure(IReadOnlyList<Panel> panels)
    {
        Panels = panels;
        alt = new(() => AltText.Of(this));
        id = new(() => FigureId.Of(this));
    }

    /// <summary>What is seen, in a sentence: how many pictures, their sizes and the range of their values.</summary>
    public string Alt => alt.Value;

    internal IReadOnlyList<Panel> Panels { get; }

    /// <summary>The same for the same content, so that running a notebook twice writes the same bytes.</summary>
    internal string Id => id.Value;

    /// <summary>A static drawing that needs nothing else: pictures inside, light or dark as the reader's system asks.</summary>
    public string ToSvg() => SvgRenderer.Render(this);

    /// <summary>
    /// A fragment to put into a page: the static drawing, replaced by the interactive figure where scripts run and plotly.js is there
    /// or can be loaded.
    /// </summary>
    public string ToHtml() => HtmlRenderer.Fragment(this);

    /// <summary>The interactive figure as plotly.js reads it: an object of <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    public string ToPlotlyJson() => PlotlyRenderer.Json(this);

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
            ".html" or ".htm" => HtmlRenderer.Page(this),
            var other => throw new ArgumentException(
                $"A figure is saved as .svg (a drawing) or .html (an interactive page), but \"{path}\" "
                + (other.Length > 0 ? $"ends in {other}." : "has no such ending.")
                + $" Write \"{Path.ChangeExtension(path, "svg")}\" instead."),
        };

        var file = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        var draft = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
