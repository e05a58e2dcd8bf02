using System.Globalization;
using CourseCnn.Lab.Book;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Session.Contract;
using Spectre.Console;

namespace CourseCnn.Lab.Commands;

/// <summary>From notebooks to a folder of pages, telling what happens.</summary>
sealed class BookMaking(LabConsole console, Func<string, ISession> openSession, RunSettings settings, RunCache cache, string title)
{
    static readonly Style Careful = new(Color.Yellow);

    /// <returns>The exit code.</returns>
    internal async Task<int> WriteAsync(IReadOnlyList<FoundNotebook> notebooks, BookFolder folder, CancellationToken cancellation)
    {
        try
        {
            folder.CheckCanHoldBook();
            var runs = new BookRuns(console, openSession, settings, cache);
            var chapters = await runs.RunAsync(notebooks, cancellation);
            if (chapters.Count > 0)
                Write(chapters, folder);
            runs.Report.Summary();
            return runs.Report.ExitCode;
        }
        catch (NotebookException error)
        {
            console.Error.WriteLine(error.Message);
            return ExitCode.NotebookFailed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            console.Error.WriteLine("Stopped; no page was written.");
            return ExitCode.Stopped;
        }
    }

    void Write(IReadOnlyList<Chapter> chapters, BookFolder folder)
    {
        var book = new BookWriter(title, sentence => console.Error.WriteLine(sentence, Careful)).Write(chapters);
        folder.Write(book);
        var pages = book.All.Keys.Count(path => path.EndsWith(".html", StringComparison.Ordinal));
        var size = book.All.Values.Sum(content => (double)content.Length) / (1 << 20);
        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{pages} pages, {size:0.0} MB: {Path.Combine(folder.FullName, PageFrame.IndexFile)}"));
    }
}
