using CourseCnn.Architecture.Tests.Reading;
using NetArchTest.Rules;

namespace CourseCnn.Architecture.Tests.Arrows;

/// <summary>Which assemblies, ours and others', a project is compiled against, and which room of it knows them.</summary>
public class AssemblyTests
{
    [Fact]
    public void The_library_knows_neither_session_nor_lab() => References(HouseAssembly.Library,
        ["CourseCnn.Session", "CourseCnn.Lab", "Microsoft.CodeAnalysis", "Microsoft.DotNet.Interactive"],
        "any C# program and any C# kernel can load it");

    [Fact]
    public void The_session_knows_no_web_server_no_Jupyter_and_no_console() => References(HouseAssembly.Session,
        ["CourseCnn.Lab", "Microsoft.AspNetCore", "NetMQ", "System.CommandLine", "Spectre.Console"],
        "a session runs wherever .NET does, in a browser too",
        // A package of two types for text that is HTML already, which .NET Interactive's formatters speak of; no server.
        except: "Microsoft.AspNetCore.Html.Abstractions");

    [Theory]
    [InlineData("CourseCnn.Session")]
    [InlineData("CourseCnn.Lab")]
    public void A_cell_loads_the_library_and_nobody_else_knows_it(string assembly)
    {
        // Exactly this name: the lab does refer to the session.
        Assert.DoesNotContain("CourseCnn", HouseAssembly.Named(assembly).References);
    }

    [Fact]
    public void The_rule_on_references_can_fail() =>
        Assert.ThrowsAny<Exception>(() => References(HouseAssembly.Lab, ["NetMQ"], "no reason"));

    [Theory]
    [InlineData("NetMQ", "CourseCnn.Lab.Jupyter", "whoever reads notebooks or makes a book needs no sockets")]
    [InlineData("System.CommandLine", "CourseCnn.Lab.Commands", "only commands parse what was typed")]
    [InlineData("Microsoft.AspNetCore", "CourseCnn.Lab.Book.Server", "a book is a folder of pages; serving it is one room's work")]
    [InlineData("Markdig", "CourseCnn.Lab.Book.Text", "Markdown becomes HTML in one place, where it is cleaned as well")]
    public void In_the_lab_one_room_knows_a_library(string library, string room, string why) =>
        OnlyIn(room, library, "CourseCnn.Lab", why);

    [Theory]
    [InlineData("Mono.Cecil", "CourseCnn.Session.Compiling.Weaving", "only weaving changes what the compiler has emitted")]
    [InlineData("Microsoft.CodeAnalysis.Completion", "CourseCnn.Session.Assist", "only help while typing asks for completions")]
    public void In_the_session_one_room_knows_a_library(string library, string room, string why) =>
        OnlyIn(room, library, "CourseCnn.Session", why);

    static void References(HouseAssembly assembly, string[] forbidden, string why, string? except = null)
    {
        var found = assembly.References
            .Where(name => name != except)
            .Where(name => forbidden.Any(start => name == start || name.StartsWith(start + ".", StringComparison.Ordinal)))
            .ToArray();
        Assert.True(found.Length == 0, $"{assembly.Name} must not refer to {string.Join(", ", found)}: {why}.");
    }

    static void OnlyIn(string room, string library, string assembly, string why)
    {
        var types = Types.InAssembly(System.Reflection.Assembly.Load(assembly));
        Assert.NotEmpty(types.That().ResideInNamespace(room).And().HaveDependencyOn(library).GetTypes());

        var result = types.That().DoNotResideInNamespace(room).ShouldNot().HaveDependencyOn(library).GetResult();

        Assert.True(
            result.IsSuccessful,
            $"Only {room} may use {library}: {why}. Yet\n  {string.Join("\n  ", result.FailingTypeNames ?? [])}");
    }
}
