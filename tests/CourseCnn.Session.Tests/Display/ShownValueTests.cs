namespace CourseCnn.Session.Tests.Display;

/// <summary>Values of all kinds, as somebody would write them.</summary>
public class ShownValueTests : SessionTest
{
    [Theory]
    [InlineData("new { N = 1, Word = \"a\" }", "{ N = 1, Word = a }")]
    [InlineData("class Layer { public int Size = 3; }\nnew Layer()", "Layer { Size = 3 }")]
    [InlineData("class Empty { }\nnew Empty()", "Empty")]
    [InlineData("record P(int X, int Y);\nnew[] { new P(1, 2) }", "[ P { X = 1, Y = 2 } ]")]
    [InlineData("class Base { public int A => 1; public virtual int B => 2; }\nclass Sub : Base { public override int B => 3; }\nnew Sub()",
        "Sub { A = 1, B = 3 }")]
    [InlineData("(1, \"a\", new[] { 1, 2 })", "(1, a, [ 1, 2 ])")]
    [InlineData("new List<int>()", "[ ]")]
    [InlineData("Enumerable.Range(0, 30)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ... (10 more) ]")]
    [InlineData("new Dictionary<string, int[]> { [\"a\"] = new[] { 1 }, [\"b\"] = null }", "{ a: [ 1 ], b: <null> }")]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject(); d.A = 1;\n(object)d", "{ A: 1 }")]
    [InlineData("new Memory<int>(new[] { 1, 2 })", "[ 1, 2 ]")]
    [InlineData("new System.Numerics.Complex(1, 2)", "<1; 2>")]
    [InlineData("(Func<int, string>)(x => \"\")", "Func<int, string>")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("unsafe { int x = 1; display(System.Reflection.Pointer.Box(&x, typeof(int*))); }\n\"a pointer\"", "a pointer")]
    public async Task It_is_shown_as_CSharp_writes_it(string code, string expected) => Assert.Equal(expected, await Value(code));

    [Theory]
    [InlineData("typeof(Layer)", "Layer")]
    [InlineData("typeof(List<Layer[]>)", "List<Layer[]>")]
    [InlineData("typeof(Dictionary<string, int?>.Enumerator)", "Dictionary<string, int?>.Enumerator")]
    [InlineData("typeof((int, Layer))", "(int, Layer)")]
    [InlineData("typeof(int[,][])", "int[,][]")]
    [InlineData("typeof(Layer.Inner<>)", "Layer.Inner<T>")]
    [InlineData("new { A = 1 }.GetType()", "new { A }")]
    [InlineData("new Layer()", "Layer")]
    [InlineData("$\"{new Layer()}\"", "Layer")]
    [InlineData("new object[] { new Layer() }", "[ Layer ]")]
    public async Task Names_are_the_learners_own(string code, string expected)
    {
        await Value("class Layer { public class Inner<T> { } public override string ToString() => base.ToString(); }");
        Assert.Equal(expected, await Value(code));
    }

    [Fact]
    public async Task Names_on_the_console_and_in_errors_are_the_learners_own()
    {
        await Value("class Layer { }\nConsole.WriteLine(new Layer());");
        Assert.Equal("Layer" + Environment.NewLine, Output.Out);
        Assert.Equal("no Layer", (await Error("throw new Exception($\"no {new Layer()}\");")).Message);
    }

    [Theory]
    [InlineData("async Task<int> F() { await Task.Delay(5); return 1; }\nF()",
        "a task that returns int: write `await F()` for its value")]
    [InlineData("Task.FromResult(new[] { 1 })", "a task that returns int[]: write `await Task.FromResult(new[] { 1 })` for its value")]
    [InlineData("async Task G() { await Task.Delay(5); }\nG()", "a task that returns nothing: write `await G()` to wait for its end")]
    [InlineData("async ValueTask<string> H() { await Task.Delay(5); return \"\"; }\nH()",
        "a task that returns string: write `await H()` for its value")]
    [InlineData("async IAsyncEnumerable<int> It() { yield return 1; await Task.Delay(1); }\nIt()",
        "an asynchronous sequence of int: write `await foreach (var x in It())` for its elements")]
    [InlineData("new { T = Task.FromResult(1) }", "{ T = a task that returns int: await it for its value }")]
    public async Task What_was_not_awaited_says_so(string code, string expected) => Assert.Equal(expected, await Value(code));

    [Theory]
    [InlineData("new int[,] { { 1, 2, 3 }, { 40, 5, 6 } }", " 1  2  3\n40  5  6", 2)]
    [InlineData("new int[2, 1, 2]", "[0, *, *]\n0  0\n[1, *, *]\n0  0", 2)]
    [InlineData("Array.CreateInstance(typeof(int), new[] { 1, 2 }, new[] { 5, 5 })", "0  0", 1)]
    [InlineData("var t = new System.Data.DataTable(); t.Columns.Add(\"Name\"); t.Columns.Add(\"N\", typeof(int));\n"
        + "t.Rows.Add(\"x\", 1); t.Rows.Add(\"long\", 22);\nt", "Name   N\n   x   1\nlong  22", 3)]
    public async Task What_has_rows_and_columns_is_a_table(string code, string text, int rows)
    {
        var value = (await Run(code)).Value!;
        Assert.Equal(text, value["text/plain"]);
        Assert.True(value["text/html"]!.Split("<tr>").Length > rows);
    }

    [Theory]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\":[1,{\\\"ü\\\":null}]}\")")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\\\"a\\\":[1,{\\\"ü\\\":null}]}\").RootElement")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"a\\\":[1,{\\\"ü\\\":null}]}\")")]
    [InlineData("#r \"nuget: Newtonsoft.Json, 13.0.4\"\nNewtonsoft.Json.Linq.JObject.Parse(\"{\\\"a\\\":[1,{\\\"ü\\\":null}]}\")")]
    public async Task Documents_are_JSON(string code)
    {
        var value = (await Run(code)).Value!;
        Assert.Equal(["application/json", "text/plain"], value.Forms.Select(form => form.Key));
        Assert.All(value.Forms, form => Assert.Equal("{\n  \"a\": [\n    1,\n    {\n      \"ü\": null\n    }\n  ]\n}", form.Value));
    }

    [Fact]
    public async Task An_exception_tells_its_lines_and_all_that_are_within_it()
    {
        await Value("void Inner() => throw new ArgumentException(\"cause\");");
        var text = await Value(
            "Exception caught = null;\n"
            + "try { try { Inner(); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); } } "
            + "catch (Exception e) { caught = e; }\ncaught");
        Assert.Equal(
            "InvalidOperationException: outer\n  in cell 2, line 2\n"
            + "caused by ArgumentException: cause\n  in cell 1, line 1\n  in cell 2, line 2",
            text);
    }

    [Fact]
    public async Task Rows_with_the_same_members_share_columns()
    {
        var html = (await Run("new[] { new { A = 1, B = \"<x>\" }, new { A = 2, B = \"y\" } }")).Value!["text/html"];
        Assert.Equal(
            "<table><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tr><th>0</th><td>1</td><td>&lt;x&gt;</td></tr>"
            + "<tr><th>1</th><td>2</td><td>y</td></tr></table>", html);
    }
}
