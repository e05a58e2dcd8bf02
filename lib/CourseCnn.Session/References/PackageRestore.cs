using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.References;

/// <summary>Restores packages with <c>dotnet restore</c> on a project made for it, so that the user's own NuGet settings hold.</summary>
sealed partial class PackageRestore(string workingFolder)
{
    /// <summary>Brings the packages onto this machine, if they are not there yet, and says where their files are.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="sources">Where to look for them beside the usual places: addresses and folders.</param>
    /// <param name="cancellation">Ends the command.</param>
    /// <exception cref="LearnerException">A package cannot be had.</exception>
    public async Task<RestoredPackages> RunAsync(
        IReadOnlyList<PackageName> packages, IReadOnlyCollection<string> sources, CancellationToken cancellation)
    {
        var project = Project(packages, sources);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workingFolder + project)))[..16];
        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "CourseCnn", "packages", hash);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "packages.csproj"), project, cancellation);

        var output = await RestoreAsync(folder, cancellation);
        if (output is not null)
            throw Failure(output, packages);
        return ReadAssets(Path.Combine(folder, "obj", "project.assets.json"));
    }

    static string Project(IReadOnlyList<PackageName> packages, IReadOnlyCollection<string> sources)
    {
        var references = string.Join("\n", packages.Select(package =>
            $"    <PackageReference Include=\"{package.Id}\" Version=\"{SecurityElement.Escape(package.Version)}\" />"));

        // The imports are cut off: no Directory.Build.props above the folder may change what a notebook gets.
        return $"""
            <Project>
              <PropertyGroup>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {references}
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """;
    }

    /// <summary>Null on success, else what the command printed.</summary>
    async Task<string?> RestoreAsync(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        string[] arguments =
            ["restore", "packages.csproj", "--nologo", "-p:RestoreRootConfigDirectory=" + workingFolder, "-nodeReuse:false", "-tl:off"];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        using var process = Start(start);
        await using var registration = cancellation.UnsafeRegister(_ => process.Kill(entireProcessTree: true), null);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None) + await error;
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? null : output;
    }

    static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new LearnerException(
                "#r \"nuget: …\" needs the .NET SDK, but the command `dotnet` was not found: install the SDK, or put it on the PATH.");
        }
    }

    static LearnerException Failure(string output, IReadOnlyList<PackageName> packages)
    {
        var error = ErrorLine().Match(output);
        var reason = error.Success ? error.Groups["text"].Value.Trim().TrimEnd('.') : output.Trim();
        var package = packages.LastOrDefault(package => reason.Contains(package.Id, StringComparison.OrdinalIgnoreCase)) ?? packages[^1];
        var version = package.Version == "*" ? "" : " " + package.Version;
        return new LearnerException($"The package {package.Id}{version} cannot be had: {reason}.", package.Line);
    }

    static RestoredPackages ReadAssets(string path)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(path));
        var roots = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        // The target with a runtime identifier knows the files for this machine; it comes last.
        var target = assets.RootElement.GetProperty("targets").EnumerateObject().Last().Value;

        List<string> Files(string kind) =>
        [
            .. from library in target.EnumerateObject()
               where library.Value.TryGetProperty(kind, out _)
               from asset in library.Value.GetProperty(kind).EnumerateObject()
               where Path.GetFileName(asset.Name) != "_._"
               let relative = Path.Combine(libraries.GetProperty(library.Name).GetProperty("path").GetString()!, asset.Name)
               let file = roots.Select(root => Path.GetFullPath(Path.Combine(root, relative))).FirstOrDefault(File.Exists)
               where file is not null
               select file,
        ];

        return new(Files("compile"), Files("runtime"), Files("native"));
    }

    [GeneratedRegex(@"error (NU\d+|MSB\d+|NETSDK\d+)?: (?<text>[^\[\r\n]+)")]
    private static partial Regex ErrorLine();
}
