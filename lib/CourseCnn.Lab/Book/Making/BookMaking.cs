using System.Globalization;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Pages;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;
using Spectre.Console;

namespace CourseCnn.Lab.Book.Making;

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
            var report = new RunReport(console);
            var job = new ChapterJob(report, cache);
            if (!await new NotebookBatch(console, openSession, settings with { KeepHtml = true }).RunAsync(notebooks, job, cancellation))
            {
                console.Error.WriteLine("Stopped; no page was written.");
                return ExitCode.Stopped;
            }
            if (job.Chapters.Count > 0)
                Write(job.Chapters, folder);
            return report.Summary();
        }
        catch (NotebookException error)
        {
            console.Error.WriteLine(error.Message);
            return ExitCode.NotebookFailed;
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
