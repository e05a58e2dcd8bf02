using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Tests.Jupyter;

public sealed class ConnectionInfoTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("a connection ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_connection_file_is_read()
    {
        var connection = TestConnection.New();
        Assert.Equal(connection, ConnectionInfo.Read(TestConnection.Write(connection, folder)));
        Assert.Equal($"tcp://127.0.0.1:{connection.ShellPort}", connection.Address(connection.ShellPort));
    }

    [Theory]
    [InlineData("", "no connection file")]
    [InlineData("[]", "no connection file")]
    [InlineData("{\"ip\":\"127.0.0.1\"}", "no connection file")]
    [InlineData("{\"transport\":\"ipc\"}", "speaks tcp")]
    [InlineData("{\"transport\":\"tcp\",\"key\":\"x\",\"signature_scheme\":\"hmac-md5\"}", "signs by hmac-sha256")]
    [InlineData("{\"ip\":\"127.0.0.1\",\"shell_port\":\"1\"}", "no connection file")]
    public void A_file_that_is_of_no_use_says_why(string text, string reason)
    {
        var path = Path.Combine(folder, "connection.json");
        File.WriteAllText(path, text);
        Assert.Contains(reason, Assert.Throws<ConnectionFileException>(() => ConnectionInfo.Read(path)).Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.json cannot be read",
            Assert.Throws<ConnectionFileException>(() => ConnectionInfo.Read(Path.Combine(folder, "nowhere.json"))).Message);
}
