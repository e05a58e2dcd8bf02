using System.Diagnostics;
using System.Globalization;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Display;
using CourseCnn.Session.Running;

namespace CourseCnn.Session.Magics;

/// <summary>Carries out the magic commands of one cell.</summary>
/// <param name="variables">The names of the variables declared so far.</param>
/// <param name="context">The cell.</param>
sealed class MagicCommands(Func<IEnumerable<string>> variables, CellContext context)
{
    readonly Stopwatch watch = Stopwatch.StartNew();
    bool timed;

    public void Run(MagicLine magic, string text)
    {
        switch (magic.Name)
        {
            case "#!time":
                timed = true;
                watch.Restart();
                break;
            case "#!markdown":
                Show(MimeTypes.Markdown, text);
                break;
            case "#!html":
                Show(MimeTypes.Html, text);
                break;
            case "#!who":
                Show(MimeTypes.Text, Lines(variables()));
                break;
            case "#!lsmagic":
                Show(MimeTypes.Text, Lines(MagicLine.Known.Select(known => $"{known.Key,-12}{known.Value}")));
                break;
        }
    }

    /// <summary>What is to be shown after the cell's last line.</summary>
    public void Finish()
    {
        if (timed)
            Show(MimeTypes.Text, $"Wall time: {watch.Elapsed.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture)} ms");
    }

    static string Lines(IEnumerable<string> lines) => string.Join(Environment.NewLine, lines);

    void Show(string mimeType, string text) => context.Output.Display(new MimeBundle([new(mimeType, text)]), DisplayedValue.NewId());
}
