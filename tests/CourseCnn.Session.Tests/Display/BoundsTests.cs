using System.Diagnostics;
using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Display;

/// <summary>Values without end: in depth, in breadth, in characters, in time.</summary>
public class BoundsTests : SessionTest
{
    [Theory]
    [InlineData("class Node { public Node Next => new(); }\nnew Node()")]
    [InlineData("IEnumerable<int> All() { for (var i = 0; ; i++) yield return i; }\nAll()")]
    [InlineData("IEnumerable<object> All() { while (true) yield return All(); }\nAll()")]
    [InlineData("new string('x', 50_000_000)")]
    [InlineData("Enumerable.Repeat(new string('x', 1_000_000), 100).ToArray()")]
    [InlineData("Enumerable.Range(0, 100).ToDictionary(i => new string('k', 100_000) + i)")]
    [InlineData("new byte[2_000, 2_000]")]
    [InlineData("new int[20, 20, 20, 20]")]
    [InlineData("object nested = 1; for (var i = 0; i < 100_000; i++) nested = new[] { nested };\nnested")]
    [InlineData("System.Globalization.CultureInfo.GetCultureInfo(\"de\").DateTimeFormat")]
    [InlineData("new System.Net.Http.HttpClient()")]
    [InlineData("new Exception(new string('x', 10_000_000), new Exception(new string('y', 10_000_000)))")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"[\" + string.Join(\",\", Enumerable.Range(0, 500_000)) + \"]\")")]
    [InlineData("class Wide { public int[][] A = Enumerable.Repeat(new int[1000], 1000).ToArray(); }\n"
        + "Enumerable.Repeat(0, 1000).Select(_ => new Wide()).ToArray()")]
    public async Task A_value_is_at_most_a_hundred_thousand_characters(string code)
    {
        var result = await Run(code);
        Assert.True(result.Status == CellStatus.Ok, string.Join('\n', result.Error?.Traceback ?? []));
        Assert.InRange(result.Value!.Forms.Sum(form => form.Value.Length), 1, 101_000);
    }

    [Fact]
    public async Task What_tells_itself_is_not_taken_apart_within_another_value()
    {
        var value = (await Run(
            "class Point { public Point Next => new(); public int X = 1; public override string ToString() => \"POINT (1 2)\"; }\n"
            + "new Point()")).Value!;
        Assert.Equal("POINT (1 2)", value["text/plain"]);
        Assert.Equal(
            "<details open><summary><code>POINT (1 2)</code></summary><table><tr><th>X</th><td>1</td></tr>"
            + "<tr><th>Next</th><td>POINT (1 2)</td></tr></table></details>", value["text/html"]);
    }

    [Fact]
    public async Task Of_too_many_parts_that_is_said() =>
        Assert.EndsWith("The rest is not shown: the value has more than 2,000 parts.", await Value(
            "Enumerable.Range(0, 20).Select(i => Enumerable.Range(0, 20).Select(j => Enumerable.Range(0, 20)))"));

    [Theory]
    [InlineData("class Loop : IEnumerable<object> { public IEnumerator<object> GetEnumerator() { yield return this; }\n"
        + "IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }\nnew Loop()", "[ (cycle: the Loop above) ]")]
    [InlineData("class Me { public Me Self => this; }\nnew Me()", "Me { Self = (cycle: the Me above) }")]
    [InlineData("record R(string Name) { public R Other { get; set; } }\nvar a = new R(\"a\"); a.Other = new R(\"b\") { Other = a };\na",
        "R { Name = a, Other = R { Name = b, Other = (cycle: the R above) } }")]
    [InlineData("var d = new Dictionary<string, object>(); d[\"d\"] = d;\nd", "{ d: (cycle: the Dictionary<string, object> above) }")]
    [InlineData("var x = new object[1]; x[0] = x;\nx", "[ (cycle: the object[] above) ]")]
    public async Task A_cycle_is_named(string code, string expected) => Assert.Equal(expected, await Value(code));

    [Theory]
    [InlineData("class Shy { public int A => throw new FormatException(\"no\\ndigits\"); public int B => 2; }\nnew Shy()",
        "Shy { A = (threw FormatException: no digits), B = 2 }")]
    [InlineData("class Shy { public override string ToString() => throw new FormatException(\"no\"); }\nnew Shy()",
        "Shy (its ToString threw FormatException: no)")]
    [InlineData("class Bad : Exception { public override string Message => throw new Exception(); }\nnew Bad()",
        "Bad: (its Message threw Exception)")]
    [InlineData("IEnumerable<int> Two() { yield return 1; throw new FormatException(\"no\"); }\nnew { A = Two() }",
        "{ A = [ 1 ... (the next one threw FormatException: no) ] }")]
    [InlineData("class Deep { public int A => A; public int B => 2; }\nnew Deep()",
        "Deep { A = (called itself until the stack was full), B = 2 }")]
    [InlineData("class Deep { public override string ToString() => $\"{this}\"; }\nnew[] { new Deep() }",
        "[ Deep (its ToString called itself until the stack was full) ]")]
    public async Task A_member_that_throws_is_harmless(string code, string expected)
    {
        Assert.Equal(expected, await Value(code));
        Assert.Equal("2", await Value("1 + 1"));
    }

    [Fact]
    public async Task A_member_that_never_ends_is_harmless() =>
        Assert.Equal(
            "Slow { A = 1, B = (took longer than 2 s), C = (took longer than 2 s), D = 4 }", await Value(
                "class Slow { public int A => 1; public int B { get { while (true) { } } }\n"
                + "public int C { get { System.Threading.Thread.Sleep(-1); return 1; } } public int D => 4; }\nnew Slow()"));

    [Fact]
    public async Task A_member_that_does_not_stop_is_left_behind() =>
        Assert.StartsWith("Stuck { A = (took longer than 2 s), B = 2 }", await Value(
            "class Stuck { public int A { get { while (true) { try { System.Threading.Thread.Sleep(-1); } catch (Exception) { } } } }\n"
            + "public int B => 2; }\nnew Stuck()"));

    [Fact]
    public async Task Elements_may_take_their_time() =>
        Assert.Equal("[ 0, 1, 2 ]", await Value(
            "Enumerable.Range(0, 3).Select(i => { System.Threading.Thread.Sleep(1_000); return i; })"));

    [Fact]
    public async Task A_sequence_that_fails_is_an_error_of_the_cell()
    {
        var error = await Error("new[] { 1, 0 }\n.Select(x => 1 / x)");
        Assert.Equal(("DivideByZeroException", 2), (error.Name, error.Line));
    }

    [Fact]
    public async Task A_cell_can_be_stopped_while_its_value_is_read()
    {
        using var stop = new CancellationTokenSource();
        var running = Run("class Slow { public int B { get { Console.Write(\"here\"); while (true) { } } } }\nnew Slow()", stop.Token);
        while (Output.Out.Length == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
        Assert.Equal("2", await Value("1 + 1"));
    }

    [Fact]
    public async Task Registered_formatters_hold_wherever_a_value_stands()
    {
        await Value("using Microsoft.DotNet.Interactive.Formatting;\nrecord Money(int Cents);\nrecord Purse(Money Money);\n"
            + "Formatter.Register<Money>(m => $\"{m.Cents} ct\", \"text/plain\");\nFormatter.ListExpansionLimit = 2;");
        Assert.Equal("[ Purse { Money = 5 ct }, Purse { Money = 5 ct } ... (1 more) ]", await Value(
            "Enumerable.Repeat(new Purse(new Money(5)), 3).ToList()"));
        await Value(
            "Formatter.Register<Purse>(p => \"<b>purse</b>\", \"text/html\");\n"
            + "Formatter.SetPreferredMimeTypesFor(typeof(Purse), \"text/html\");");
        Assert.Equal("<b>purse</b>", (await Run("new Purse(null)")).Value!["text/html"]);
        await Value("Formatter.Register(typeof(List<>), (list, writer) => writer.Write(\"a list\"), \"text/plain\");");
        Assert.Equal("(a list, 1)", await Value("(new List<int>(), 1)"));
    }
}
