using System.Net;
using System.Net.Sockets;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Server;

namespace CourseCnn.Lab.Tests.Book;

/// <summary>A small book and, beside it, a file that nobody may read; requests as an attacker would type them.</summary>
public sealed class BookServerTests : IAsyncLifetime
{
    const string Secret = "the secret beside the book";

    readonly TemporaryFolder folder = new();
    BookFolder book = null!;
    BookServer server = null!;

    public async ValueTask InitializeAsync()
    {
        folder.Write("secret.txt", Secret);
        book = new BookFolder(folder.PathOf("book"));
        var files = new BookFiles();
        files.Add("index.html", "<p>the first page</p>");
        files.Add("assets/book.css", "p { }");
        files.Add("a page.html", "<p>with a space</p>");
        book.Write(files);
        folder.Write("book/extra.txt", Secret);
        server = await BookServer.StartAsync(book);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("/", "the first page", "text/html; charset=utf-8")]
    [InlineData("/index.html", "the first page", "text/html; charset=utf-8")]
    [InlineData("/index.html?theme=dark", "the first page", "text/html; charset=utf-8")]
    [InlineData("/a%20page.html", "with a space", "text/html; charset=utf-8")]
    [InlineData("/assets/book.css", "p { }", "text/css; charset=utf-8")]
    public async Task A_file_of_the_book_is_sent_with_its_type_and_with_protection(string path, string expected, string type)
    {
        var answer = await AskAsync($"GET {path} HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 200 ", answer);
        Assert.Contains(expected, answer);
        Assert.Contains($"Content-Type: {type}\r\n", answer);
        Assert.Contains("Content-Security-Policy: default-src 'none'; script-src 'self';", answer);
        Assert.Contains("frame-ancestors 'none'\r\n", answer);
        Assert.Contains("X-Content-Type-Options: nosniff\r\n", answer);
        Assert.Contains("Referrer-Policy: no-referrer\r\n", answer);
        Assert.Contains("Cross-Origin-Resource-Policy: same-origin\r\n", answer);
        Assert.DoesNotContain("\r\nServer:", answer);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2e%2e%2fsecret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/....//secret.txt")]
    [InlineData("/%252e%252e%252fsecret.txt")]
    [InlineData("/assets/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/C:/Windows/win.ini")]
    [InlineData("/file:///etc/passwd")]
    [InlineData("/extra.txt")]
    [InlineData("/book-files.txt")]
    [InlineData("/index.html/")]
    [InlineData("/INDEX.HTML")]
    [InlineData("/index.html%00.txt")]
    [InlineData("/index.html::$DATA")]
    [InlineData("/assets")]
    [InlineData("/assets/")]
    [InlineData("/.")]
    [InlineData("/%c0%ae%c0%ae/secret.txt")]
    public async Task No_path_leads_to_anything_else(string path)
    {
        var answer = await AskAsync($"GET {path} HTTP/1.1");

        // "/." is what "/" is, once a server has tidied it.
        if (path == "/.")
            Assert.Contains("the first page", answer);
        else
            Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain(Secret, answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Fact]
    public async Task A_file_that_became_a_link_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs rights on Windows.");
        File.Delete(book.Place("a page.html"));
        File.CreateSymbolicLink(book.Place("a page.html"), folder.PathOf("secret.txt"));

        var answer = await AskAsync("GET /a%20page.html HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 404 ", answer);
        Assert.DoesNotContain(Secret, answer);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{port}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("0.0.0.0:{port}")]
    [InlineData("")]
    public async Task Another_host_name_is_refused_so_that_no_page_elsewhere_can_pretend_to_be_here(string host)
    {
        var answer = await AskAsync("GET / HTTP/1.1", Host(host));

        Assert.Matches("^HTTP/1.1 4(00|21) ", answer);
        Assert.DoesNotContain("the first page", answer);
    }

    [Theory]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("localhost:{port}")]
    [InlineData("LOCALHOST:{port}")]
    public async Task Its_own_names_are_answered(string host) =>
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync("GET / HTTP/1.1", Host(host)));

    [Fact]
    public async Task An_address_in_the_request_line_counts_as_the_host() =>
        Assert.Matches("^HTTP/1.1 4(00|21) ", await AskAsync("GET http://evil.example/ HTTP/1.1"));

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task A_book_can_only_be_read(string method)
    {
        var answer = await AskAsync($"{method} /index.html HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 405 ", answer);
        Assert.Contains("Allow: GET, HEAD\r\n", answer);
        Assert.True(File.Exists(book.Place("index.html")));
    }

    [Fact]
    public async Task Head_sends_no_content_and_a_known_file_is_not_sent_again()
    {
        var head = await AskAsync("HEAD /index.html HTTP/1.1");
        Assert.StartsWith("HTTP/1.1 200 ", head);
        Assert.DoesNotContain("the first page", head);

        var tag = head.Split("\r\n").Single(line => line.StartsWith("ETag: ", StringComparison.Ordinal))["ETag: ".Length..];
        var again = await AskAsync("GET /index.html HTTP/1.1", Host("127.0.0.1:{port}"), $"If-None-Match: {tag}");
        Assert.StartsWith("HTTP/1.1 304 ", again);
        Assert.DoesNotContain("the first page", again);
    }

    [Fact]
    public async Task Nobody_hears_it_but_this_machine()
    {
        Assert.Equal("127.0.0.1", server.Address.Host);
        foreach (var address in Dns.GetHostAddresses(Dns.GetHostName()).Where(address => !IPAddress.IsLoopback(address)))
        {
            using var client = new TcpClient(address.AddressFamily);
            await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(address, server.Address.Port));
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error() =>
        await Assert.ThrowsAsync<IOException>(() => BookServer.StartAsync(book, server.Address.Port));

    string Host(string host) => host.Replace("{port}", server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Sends what no well-behaved client would, and returns the whole answer.</summary>
    async Task<string> AskAsync(string request, string? host = null, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var stream = client.GetStream();
        string[] lines = [request, $"Host: {host ?? Host("127.0.0.1:{port}")}", "Connection: close", .. headers, "", ""];
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(string.Join("\r\n", lines)));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
