namespace CourseCnn.Session.Tests.Errors;

/// <summary>What C# allows in a program, written into a cell.</summary>
public class CellAdviceTests : SessionTest
{
    [Theory]
    [InlineData(
        "using var s = new System.IO.MemoryStream();\ns.Length",
        "write using (var s = …) { … }, or leave the using away and call s.Dispose()")]
    [InlineData("using System.IO.MemoryStream m = new();", "write using (var m = …) { … }")]
    [InlineData("await using var x = new System.IO.MemoryStream();", "write using (var x = …) { … }")]
    [InlineData("Span<int> s = stackalloc int[3];", "put braces around all the lines that use it")]
    [InlineData("new int[3].AsSpan()", "write .ToArray() behind it")]
    [InlineData("var a = new int[3];\nref int r = ref a[0];\nr = 5;", "put braces around all the lines that use r, { … }.")]
    [InlineData("file class F { }", "leave the word file away")]
    [InlineData("namespace Shapes { class Circle { } }", "leave the namespace line, and its braces, away")]
    [InlineData("namespace Shapes;\nclass Circle { }", "leave the namespace line, and its braces, away")]
    [InlineData("[assembly: System.Reflection.AssemblyTitle(\"x\")]", "leave the attribute away")]
    [InlineData(
        "static class Ext { public static int Twice(this int x) => 2 * x; }\n3.Twice()",
        "write a function, int Twice(int x) => 2 * x;")]
    [InlineData("static class More { extension(int x) { public int Thrice => 3 * x; } }", "write a function")]
    public async Task One_sentence_says_what_to_write(string code, string sentence)
    {
        var error = await Error(code);
        Assert.Contains(sentence, error.Message);
        Assert.Single(error.Traceback, line => line.StartsWith("CS", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ Span<int> s = stackalloc int[3]; s[0] = 7; Console.Write(s[0]); }")]
    [InlineData("var a = new int[1];\n{ ref int r = ref a[0]; r = 7; }\nConsole.Write(a[0]);")]
    [InlineData("using (var s = new System.IO.StringWriter()) { s.Write(7); Console.Write(s); }")]
    public async Task What_it_says_works(string code)
    {
        await Value(code);
        Assert.Equal("7", Output.Out);
    }

    [Theory]
    [InlineData("p with { X = 5 }", "P { X = 5, Y = 2 }")]
    [InlineData("  p with { X = 5 } // a copy", "P { X = 5, Y = 2 }")]
    [InlineData("var n = 7;\np with\n{\n    X = n,\n}", "P { X = 7, Y = 2 }")]
    [InlineData("q.P with { }", "P { X = 1, Y = 2 }")]
    [InlineData("q.P with { X = 5 } with { Y = 6 }", "P { X = 5, Y = 6 }")]
    [InlineData("new[] { p }[0] with { X = 5 }", "P { X = 5, Y = 2 }")]
    [InlineData("string with { get; set; } = \"a property called with\";\nwith", "a property called with")]
    public async Task A_changed_copy_is_a_value(string code, string expected)
    {
        await Value("record P(int X, int Y); var p = new P(1, 2); var q = new { P = p };");
        Assert.Equal(expected, await Value(code));
    }

    [Fact]
    public async Task A_line_for_the_shell_is_passed_over() => Assert.Equal("2", await Value("#!/usr/bin/env dotnet\n1 + 1"));
}
