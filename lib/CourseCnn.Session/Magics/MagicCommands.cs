using System.Diagnostics;
using System.Globalization;
using CourseCnn.Session.Compiling;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Display;
using CourseCnn.Session.Running;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.Magics;

/// <summary>Carries out the magic commands of one cell.</summary>
sealed class MagicCommands(SubmissionChain chain, CellContext context)
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
                Show("text/markdown", text);
                break;
            case "#!html":
                Show(HtmlFormatter.MimeType, text);
                break;
            case "#!who":
                Show(PlainTextFormatter.MimeType, string.Join(Environment.NewLine, chain.Variables));
                break;
            case "#!lsmagic":
                Show(PlainTextFormatter.MimeType, string.Join(Environment.NewLine, MagicLine.Known.Select(known => $"{known.Key,-12}{known.Value}")));
                break;
        }
    }

    /// <summary>What is to be shown after the cell's last line.</summary>
    public void Finish()
    {
        if (timed)
            Show(PlainTextFormatter.MimeType, $"Wall time: {watch.Elapsed.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture)} ms");
    }

    void Show(string mimeType, string text) => context.Output.Display(new MimeBundle([new(mimeType, text)]), DisplayedValue.NewId());
}
