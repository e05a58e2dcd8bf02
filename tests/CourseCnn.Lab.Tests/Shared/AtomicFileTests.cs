using CourseCnn.Shared;

namespace CourseCnn.Lab.Tests.Shared;

public sealed class AtomicFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_and_its_folders_are_made()
    {
        var path = folder.PathOf("new/folder/file");
        Assert.True(AtomicFile.Write(path, "one"u8));
        Assert.Equal("one", File.ReadAllText(path));
    }

    [Fact]
    public void What_is_the_same_already_is_left_alone()
    {
        var path = folder.PathOf("file");
        AtomicFile.Write(path, "one"u8);
        var before = DateTime.UnixEpoch;
        File.SetLastWriteTimeUtc(path, before);
        Assert.False(AtomicFile.Write(path, "one"u8));
        Assert.Equal(before, File.GetLastWriteTimeUtc(path));
        Assert.True(AtomicFile.Write(path, "two"u8));
        Assert.Equal("two", File.ReadAllText(path));
    }

    [Fact]
    public void Where_writing_fails_the_old_content_stays_and_nothing_is_left_beside_it()
    {
        var path = folder.PathOf("file");
        File.WriteAllText(path, "old");
        Assert.Throws<FormatException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            throw new FormatException();
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void A_link_stays_and_the_file_it_leads_to_is_replaced()
    {
        Directory.CreateDirectory(folder.PathOf("data"));
        var (link, target) = (folder.PathOf("link"), folder.PathOf("data/target"));
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);
        AtomicFile.Write(link, "new"u8);
        AtomicFile.Write(link, stream => stream.Write("newer"u8));
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Equal("newer", File.ReadAllText(target));
        Assert.Equal([target], Directory.GetFiles(folder.PathOf("data")));
    }

    [Fact]
    public void Who_may_read_a_file_stays_as_it_is()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = folder.PathOf("file");
        File.WriteAllText(path, "old");
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(path, mode);
        AtomicFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal(mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_name_may_be_as_long_as_a_file_systems_names_are()
    {
        var path = folder.PathOf(new string('n', 255));
        AtomicFile.Write(path, "one"u8);
        Assert.Equal("one", File.ReadAllText(path));
    }

    [Fact]
    public async Task Many_at_once_leave_one_whole_content()
    {
        var path = folder.PathOf("file");
        var contents = Enumerable.Range(0, 8).Select(i => Enumerable.Repeat((byte)i, 100_000 + i).ToArray()).ToList();
        await Task.WhenAll(contents.Select(content => Task.Run(() => AtomicFile.Write(path, content))));
        Assert.Contains(File.ReadAllBytes(path), contents);
        Assert.Equal([path], Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_not_the_draft()
    {
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(folder.PathOf("nowhere/file"), stream => stream.Write("one"u8)));
        Assert.Equal($"Nothing can be created in the folder '{folder.PathOf("nowhere")}'.", error.Message);
    }
}
