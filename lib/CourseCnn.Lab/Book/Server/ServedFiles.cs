using System.Globalization;
using CourseCnn.Lab.Book.Files;
using CourseCnn.Lab.Book.Pages;
using Microsoft.AspNetCore.Http;

namespace CourseCnn.Lab.Book.Server;

/// <summary>Answers requests for a book's files.</summary>
sealed class ServedFiles(BookFolder folder)
{
    static readonly Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".woff2"] = "font/woff2",
        [".txt"] = "text/plain; charset=utf-8",
    };

    readonly IReadOnlyDictionary<string, string> files =
        folder.Files() ?? throw new InvalidOperationException($"{folder.FullName} holds no book.");

    /// <summary>Where the server listens: a page elsewhere that made its name lead here would send another one.</summary>
    internal Uri? Address { get; set; }

    internal async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Protect(response);
        if (!IsOurHost(request.Host))
            await RefuseAsync(response, StatusCodes.Status421MisdirectedRequest, $"This book is at {Address}");
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            await RefuseAsync(response, StatusCodes.Status405MethodNotAllowed, "A book can only be read.");
        }
        else if (Name(request.Path) is { } name && files.TryGetValue(name, out var hash))
            await SendAsync(context, name, hash);
        else
            await RefuseAsync(response, StatusCodes.Status404NotFound, "The book has no such page.");
    }

    static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = $"{PageFrame.Policy}; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    bool IsOurHost(HostString host) =>
        host.Port == Address?.Port && (host.Host is "127.0.0.1" || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase));

    static string? Name(PathString path) => path.Value switch
    {
        null or "" or "/" => PageFrame.IndexFile,
        var value => value[1..],
    };

    async Task SendAsync(HttpContext context, string name, string hash)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = $"\"{hash}\"";
        response.Headers.CacheControl = "no-cache";
        if (request.Headers.IfNoneMatch.Contains($"\"{hash}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var file = new FileInfo(folder.Place(name));
        if (!file.Exists || file.LinkTarget is not null)
        {
            await RefuseAsync(response, StatusCodes.Status404NotFound, "This page is gone; start the program again.");
            return;
        }
        response.ContentType = types.GetValueOrDefault(file.Extension, "application/octet-stream");
        response.ContentLength = file.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.SendFileAsync(file.FullName, context.RequestAborted);
    }

    static async Task RefuseAsync(HttpResponse response, int status, string sentence)
    {
        response.StatusCode = status;
        response.ContentType = types[".txt"];
        await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{sentence}\n"));
    }
}
