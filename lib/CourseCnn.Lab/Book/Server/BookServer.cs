using System.Net;
using CourseCnn.Lab.Book.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CourseCnn.Lab.Book.Server;

/// <summary>
/// Serves a book to this machine and to nobody else. It knows the book's files by their names and answers to nothing but those: there is no
/// way from a request to any other file.
/// </summary>
sealed class BookServer : IAsyncDisposable
{
    readonly WebApplication host;

    BookServer(WebApplication host, Uri address) => (this.host, Address) = (host, address);

    /// <summary>Where the book's first page is.</summary>
    internal Uri Address { get; }

    /// <param name="folder">Holds a whole book.</param>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    internal static async Task<BookServer> StartAsync(BookFolder folder, int port = 0)
    {
        // Nothing is read from files or the environment: this server is as it is.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = folder.FullName });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 0;
            options.Listen(IPAddress.Loopback, port);
        });
        var host = builder.Build();
        var files = new ServedFiles(folder);
        host.Run(files.AnswerAsync);
        await host.StartAsync();
        var bound = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new BookServer(host, files.Address = new Uri(bound));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
