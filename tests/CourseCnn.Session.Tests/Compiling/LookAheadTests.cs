using CourseCnn.Session.Compiling;
using CourseCnn.Session.References;
using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Tests.Compiling;

public class LookAheadTests : SessionTest
{
    [Fact]
    public async Task Cells_that_were_expected_give_what_they_give_otherwise()
    {
        string[] cells =
        [
            "var a = 20;",
            "class Doubler { public int Of(int n) => 2 * n; }",
            "using System.IO;",
            "#!time\nvar b = new Doubler().Of(a) + 2;",
            "var a = \"seen anew\";",
            "(a, b, new Doubler().GetType().FullName)",
            "new int[0].First()",
        ];
        await using var other = new CSharpSession(Folder);
        var expected = await RunAll(other, cells);
        Session.Expect(cells);
        Assert.Equal(expected, await RunAll(Session, cells));
    }

    [Fact]
    public async Task Cells_may_come_otherwise_than_expected()
    {
        Session.Expect(["var n = 1;", "n + 1", "n + 2", "n + 3"]);
        await Value("var n = 10;");
        Assert.Equal("11", await Value("n + 1"));
        Assert.Equal("13", await Value("n + 3"));
        Session.Expect(["n + 4", "n + 5"]);
        Assert.Equal("14", await Value("n + 4"));
        Assert.Equal("16", await Value("n + 6"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_fails_when_its_turn_comes_and_the_others_run()
    {
        Session.Expect(["var n = 1;", "n + missing", "n + 2", "n + 3", "#!nonsense", "n + 4"]);
        await Value("var n = 1;");
        Assert.Contains("missing", (await Error("n + missing")).Message, StringComparison.Ordinal);
        Assert.Equal("3", await Value("n + 2"));
        Assert.Equal("4", await Value("n + 3"));
        await Error("#!nonsense");
        Assert.Equal("5", await Value("n + 4"));
    }

    [Fact]
    public async Task A_cell_that_fails_keeps_what_it_declared()
    {
        Session.Expect(["var n = 1; throw new Exception(\"stop\"); n = 2;", "n"]);
        await Error("var n = 1; throw new Exception(\"stop\"); n = 2;");
        Assert.Equal("1", await Value("n"));
    }

    [Fact]
    public async Task A_script_that_an_earlier_cell_writes_is_loaded_as_written()
    {
        var script = Path.Combine(Folder, "helper.csx");
        await File.WriteAllTextAsync(script, "int F() => 1;", TestContext.Current.CancellationToken);
        string[] cells = ["1", "System.IO.File.WriteAllText(\"helper.csx\", \"int F() => 2;\");", "#load \"helper.csx\"", "F()"];
        Session.Expect(cells);
        foreach (var cell in cells[..3])
            await Run(cell);
        Assert.Equal("2", await Value("F()"));
    }

    [Fact]
    public async Task What_is_expected_is_compiled_while_an_earlier_cell_runs()
    {
        var assemblies = new SessionAssemblies();
        var chain = new SubmissionChain(new SourceFileResolver([], Folder), new FileReferences(Folder, assemblies), assemblies);
        using var lookAheadCompiler = new LookAheadCompiler(chain);
        var none = CancellationToken.None;
        chain.Prepare(none);
        CellSource first = new("cell 1", "1", "var n = 1;"), second = new("cell 2", "2", "n + 1");
        lookAheadCompiler.Expect([first, second]);

        Assert.Null(lookAheadCompiler.Take(first.Code, first.Path, none));
        var piece = chain.CompileAfter(chain.Last, first.Code, first.Path, [], none);
        await chain.Add(piece).Run();
        lookAheadCompiler.LookAhead(piece);
        var foreseen = lookAheadCompiler.Take(second.Code, second.Path, none);
        Assert.NotNull(foreseen);
        Assert.Equal(2, await chain.Add(foreseen).Run());
    }

    async Task<List<string>> RunAll(CSharpSession session, IEnumerable<string> cells)
    {
        var results = new List<string>();
        foreach (var cell in cells)
        {
            var result = await session.RunAsync(cell, Output, TestContext.Current.CancellationToken);
            results.Add($"{result.Status} {result.Value?["text/plain"]} {string.Join('\n', result.Error?.Traceback ?? [])}");
        }

        return results;
    }
}
