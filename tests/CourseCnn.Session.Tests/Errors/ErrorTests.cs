using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Errors;

public class ErrorTests : SessionTest
{
    [Fact]
    public async Task A_runtime_error_shows_its_line_and_no_frame_of_the_lab()
    {
        var error = await Error("var a = 1;\nvar b = 0;\nConsole.WriteLine(a / b);");
        Assert.Equal(("DivideByZeroException", 3, "Console.WriteLine(a / b);"), (error.Name, error.Line, error.SourceLine));
        Assert.Equal(
            [
                "DivideByZeroException: Attempted to divide by zero.",
                "In line 3:",
                "    1 | var a = 1;",
                "    2 | var b = 0;",
                ">   3 | Console.WriteLine(a / b);",
            ], error.Traceback);
    }

    [Fact]
    public async Task An_error_in_an_earlier_cells_function_shows_both_places()
    {
        await Value("int Half(int n)\n{\n    if (n % 2 == 1) throw new ArgumentException($\"{n} is odd\");\n    return n / 2;\n}");
        var error = await Error("Half(4);\nHalf(5)");
        Assert.Equal(("5 is odd", 2, "Half(5)"), (error.Message, error.Line, error.SourceLine));
        Assert.Contains("In cell 1, line 3:", error.Traceback);
        Assert.Contains("In line 2:", error.Traceback);
    }

    [Fact]
    public async Task An_error_after_an_await_shows_its_line()
    {
        var error = await Error("async Task F()\n{\n    await Task.Delay(1);\n    throw new Exception(\"late\");\n}\nawait F();");
        Assert.Equal(("late", 4), (error.Message, error.Line));
    }

    [Theory]
    [InlineData("var x = 1;\nvar y = imag;", "CS0103", 2)]
    [InlineData("1 + 1;", "CS0201", 1)]
    [InlineData("\n\nint x = ", "CS1733", 3)]
    [InlineData("int n = \"text\";", "CS0029", 1)]
    public async Task A_compiler_error_shows_its_line_and_what_is_wrong_with_it(string code, string id, int line)
    {
        var error = await Error(code);
        Assert.Equal(("CompilationError", line), (error.Name, error.Line));
        Assert.StartsWith(id, error.Traceback[0]);
        Assert.Contains(error.Traceback, text => text.StartsWith($">   {line} |"));
        Assert.Contains(error.Traceback, text => text.Contains('^'));
    }

    [Fact]
    public async Task The_carets_stand_under_the_culprit()
    {
        var error = await Error("var y = imag + 1;");
        Assert.Equal(
            [
                "CS0103: The name 'imag' does not exist in the current context",
                "In line 1:",
                ">   1 | var y = imag + 1;",
                "      |         ^^^^",
            ], error.Traceback);
    }

    [Fact]
    public async Task Wrappers_are_taken_off_an_exception()
    {
        var error = await Error("Task.Run(() => { throw new FormatException(\"inside\"); }).Wait();");
        Assert.Equal(("FormatException", "inside"), (error.Name, error.Message));
    }

    [Fact]
    public async Task What_nobody_awaits_is_told_and_does_not_end_the_process()
    {
        await Value("async void F() { await Task.Delay(1); throw new Exception(\"lost\"); }\nF(); await Task.Delay(300);");
        Assert.Contains("lost", Output.Error);
    }

    [Fact]
    public async Task A_missing_library_is_named()
    {
        var error = await Error("#r \"../lib/Missing.dll\"");
        Assert.Contains("../lib/Missing.dll", error.Message);
        Assert.Contains("dotnet build", error.Message);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task A_value_that_cannot_be_shown_is_an_error_of_the_cell()
    {
        await Value("class Shy { public override string ToString() => throw new InvalidOperationException(\"no\"); }");
        var result = await Run("new Shy()");
        Assert.True(result.Status == CellStatus.Error || result.Value is not null);
        Assert.Equal("2", await Value("1 + 1"));
    }

    [Fact]
    public async Task An_index_beyond_an_array_shows_the_line_that_takes_an_element()
    {
        var error = await Error("int[] a = { 1, 2, 3 };\nConsole.WriteLine(a.Length);\na[5]");
        Assert.Equal(("IndexOutOfRangeException", 3), (error.Name, error.Line));
        Assert.Contains(">   3 | a[5]", error.Traceback);
    }

    [Fact]
    public async Task An_index_beyond_an_array_shows_all_lines_that_take_an_element_where_several_do()
    {
        var error = await Error("int[] b = { 1, 2, 3 };\nvar c = b[2];\nint Last() => b[^1];\nb[c] = 0;");
        Assert.Equal(["In one of these lines:", ">   2 | var c = b[2];", ">   4 | b[c] = 0;"], error.Traceback.Skip(1));
    }

    [Fact]
    public async Task All_causes_are_told_with_their_lines()
    {
        var error = await Error(
            "void Inner() => throw new ArgumentException(\"cause\");\n"
            + "try { Inner(); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Equal(("InvalidOperationException", "outer", 2), (error.Name, error.Message, error.Line));
        var cause = error.Traceback.ToList().IndexOf("caused by ArgumentException: cause");
        Assert.Equal("In line 1:", error.Traceback[cause + 1]);
    }

    [Fact]
    public async Task Of_several_failed_tasks_all_are_told()
    {
        var error = await Error(
            "Task Fail(string why) => Task.Run(() => { throw new FormatException(why); });\nTask.WaitAll(Fail(\"one\"), Fail(\"two\"));");
        Assert.Contains("caused by FormatException: one", error.Traceback);
        Assert.Contains("caused by FormatException: two", error.Traceback);
    }

    [Fact]
    public async Task An_exception_without_a_message_is_told()
    {
        var error = await Error(
            "class Bad : Exception { public override string Message => throw new Exception(\"no message\"); }\nthrow new Bad();");
        Assert.Equal(("Bad", "(its Message threw Exception)", 2), (error.Name, error.Message, error.Line));
        Assert.Equal("2", await Value("1 + 1"));
    }
}
