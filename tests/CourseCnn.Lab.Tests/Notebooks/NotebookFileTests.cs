using System.Runtime.Versioning;
using System.Text;
using CourseCnn.Lab.Notebooks;
using CourseCnn.Lab.Notebooks.Files;

namespace CourseCnn.Lab.Tests.Notebooks;

public sealed class NotebookFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("good.ipynb")]
    [InlineData("old-minor.ipynb")]
    [InlineData("polyglot.ipynb")]
    [InlineData("unknown-parts.ipynb")]
    public void Writing_what_jupyter_wrote_gives_the_same_bytes(string fixture)
    {
        var text = File.ReadAllText(Fixtures.Notebook(fixture));

        Assert.Equal(text, NotebookReader.Read(Encoding.UTF8.GetBytes(text), fixture).ToString());
    }

    [Fact]
    public void An_unchanged_notebook_is_left_alone_however_it_is_indented()
    {
        var path = folder.Write("x.ipynb", """{ "nbformat":4, "nbformat_minor" : 5,"metadata":{}, "cells":[] }""");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        Assert.False(NotebookFile.Load(path, "x.ipynb").Save());

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void A_changed_notebook_is_written_as_jupyter_writes_it()
    {
        var path = folder.Write("x.ipynb", """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"b": 1.0, "a": "é/"},
             "cells": [{"source": "1", "cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "execution_count": null}]}
            """);
        var file = NotebookFile.Load(path, "x.ipynb");
        file.Notebook.Cells[0].SetOutputs(1, []);

        Assert.True(file.Save());

        Assert.Equal(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 1,
               "id": "one",
               "metadata": {},
               "outputs": [],
               "source": "1"
              }
             ],
             "metadata": {
              "a": "é/",
              "b": 1.0
             },
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """,
            File.ReadAllText(path));
    }

    [Fact]
    public void Windows_line_ends_stay_and_a_byte_order_mark_goes()
    {
        var windows = File.ReadAllText(Fixtures.Notebook("good.ipynb")).Replace("\n", "\r\n");
        var path = folder.PathOf("windows.ipynb");
        File.WriteAllText(path, windows, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var file = NotebookFile.Load(path, "windows.ipynb");
        file.Notebook.Cells[1].SetOutputs(12, []);

        file.Save();

        var text = windows.Replace("\"execution_count\": null,\r\n   \"id\": \"a\"", "\"execution_count\": 12,\r\n   \"id\": \"a\"");
        Assert.NotEqual(windows, text);
        Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(path));
    }

    [Fact]
    public void Saving_elsewhere_leaves_the_original_and_makes_the_folder()
    {
        var path = folder.Copy("good.ipynb");
        var original = File.ReadAllBytes(path);
        var file = NotebookFile.Load(path, "good.ipynb");
        file.Notebook.Cells[1].SetOutputs(1, []);

        Assert.True(file.Save(folder.PathOf("out/deep/good.ipynb")));
        Assert.False(file.Save(folder.PathOf("out/deep/good.ipynb")));

        Assert.Equal(original, File.ReadAllBytes(path));
        Assert.Equal(file.Notebook.ToString(), File.ReadAllText(folder.PathOf("out/deep/good.ipynb")));
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void A_link_stays_a_link_and_permissions_stay_as_they_are()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and modes are other things on Windows.");
        var target = folder.Copy("good.ipynb", "elsewhere/real.ipynb");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherRead;
        File.SetUnixFileMode(target, mode);
        var link = folder.PathOf("link.ipynb");
        File.CreateSymbolicLink(link, "elsewhere/real.ipynb");
        var file = NotebookFile.Load(link, "link.ipynb");
        file.Notebook.Cells[1].SetOutputs(1, []);

        Assert.True(file.Save());

        Assert.Equal("elsewhere/real.ipynb", new FileInfo(link).LinkTarget);
        Assert.Equal(file.Notebook.ToString(), File.ReadAllText(target));
        Assert.Equal(mode, File.GetUnixFileMode(target));
        Assert.Equal(["real.ipynb"], Directory.GetFileSystemEntries(folder.PathOf("elsewhere")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_read_only_notebook_is_refused_before_it_runs()
    {
        var path = folder.Copy("good.ipynb");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        try
        {
            var error = Assert.Throws<NotebookException>(() => NotebookFile.Load(path, "good.ipynb").CheckCanBeSaved());
            Assert.Equal(
                "good.ipynb cannot be saved, since the file is read-only. Make it writable, or save elsewhere with --output DIR.",
                error.Message);
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void A_read_only_folder_is_refused_before_the_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The mark means something else on Windows' folders.");
        var path = folder.Copy("good.ipynb", "locked/good.ipynb");
        var locked = new DirectoryInfo(folder.PathOf("locked"));
        var mode = locked.UnixFileMode;
        locked.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        try
        {
            var file = NotebookFile.Load(path, "good.ipynb");
            var error = Assert.Throws<NotebookException>(() => file.CheckCanBeSaved());
            Assert.StartsWith($"good.ipynb cannot be saved, since the folder {locked.FullName} is read-only.", error.Message);
            Assert.Throws<NotebookException>(() => file.CheckCanBeSaved(Path.Combine(locked.FullName, "new", "x.ipynb")));
            file.CheckCanBeSaved(folder.PathOf("new/x.ipynb"));
        }
        finally
        {
            locked.UnixFileMode = mode;
        }
    }

    [Fact]
    public void What_cannot_be_written_is_said_and_leaves_nothing_behind()
    {
        var path = folder.Copy("good.ipynb");
        Directory.CreateDirectory(folder.PathOf("taken.ipynb"));
        var file = NotebookFile.Load(path, "good.ipynb");

        var error = Assert.Throws<NotebookException>(() => file.Save(folder.PathOf("taken.ipynb")));

        Assert.Contains("taken.ipynb cannot be saved: ", error.Message);
        Assert.Equal(["good.ipynb", "taken.ipynb"], Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName).Order());
    }
}
