using System.Text;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Making;
using CourseCnn.Lab.Book.Runs;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Lab.Notebooks.Search;
using CourseCnn.Lab.Terminal;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Book.Server;

/// <summary>Makes a book if what it is made of has changed, and serves it until it is stopped.</summary>
sealed class BookServing(
    LabConsole console, Func<string, ISession> openSession, RunSettings settings, string title, int port, bool openBrowser)
{
    readonly string cacheFolder = RunCache.UsualFolder;

    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(IReadOnlyList<FoundNotebook> notebooks, CancellationToken cancellation)
    {
        // The command line's own handling of Ctrl+C begins once this task is in its hands; else the exit code would be left to chance.
        await Task.Yield();
        // One folder for the same notebooks, so that a new book takes the old one's place.
        var names = string.Join('\n', notebooks.Select(notebook => notebook.Path));
        var folder = new BookFolder(Path.Combine(cacheFolder, "books", BookFiles.Hash(Encoding.UTF8.GetBytes(names))));
        var stamp = new BookStamp(folder);
        if (stamp.Matches(title, notebooks))
            console.Out.Profile.Out.Writer.WriteLine("Nothing has changed since the last time.");
        else
        {
            var making = new BookMaking(console, openSession, settings, new RunCache(cacheFolder), title);
            stamp.Remove();
            var exitCode = await making.WriteAsync(notebooks, folder, cancellation);
            if (exitCode == ExitCode.Ok)
                stamp.Write(title, notebooks);
            if (exitCode == ExitCode.Stopped || folder.Files() is null)
                return exitCode;
        }
        return await ServeAsync(folder, cancellation);
    }

    async Task<int> ServeAsync(BookFolder folder, CancellationToken cancellation)
    {
        try
        {
            await using var server = await BookServer.StartAsync(folder, port);
            var writer = console.Out.Profile.Out.Writer;
            writer.WriteLine($"The book is at {server.Address} (Ctrl+C ends it)");
            if (openBrowser)
                Browser.TryOpen(server.Address);
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return ExitCode.Ok;
        }
        catch (IOException error)
        {
            throw new UsageException(
                $"The book cannot be served at port {port}: {error.Message} Choose another --port, or none for a free one.");
        }
    }
}
