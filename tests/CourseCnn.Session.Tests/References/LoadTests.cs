namespace CourseCnn.Session.Tests.References;

public class LoadTests : SessionTest
{
    [Fact]
    public async Task An_error_in_a_loaded_file_shows_its_line()
    {
        Write("half.csx", "int Half(int x)\n{\n    return 10 / (x - x);\n}");
        var error = await Error("#load \"half.csx\"\nHalf(1)");
        Assert.Equal(("DivideByZeroException", 2), (error.Name, error.Line));
        Assert.Equal("In half.csx, line 3:", error.Traceback[1]);
        Assert.Contains(">   3 |     return 10 / (x - x);", error.Traceback);
        Assert.Contains("In half.csx, line 3:", (await Error("Half(2)")).Traceback);
    }

    [Fact]
    public async Task A_file_that_was_changed_is_shown_as_it_was_loaded_last()
    {
        Write("f.csx", "int F() => throw new Exception(\"old\");");
        await Error("#load \"f.csx\"\nF()");
        Write("f.csx", "// more\nint F() => throw new Exception(\"new\");");
        var error = await Error("#load \"f.csx\"\nF()");
        Assert.Contains(">   2 | int F() => throw new Exception(\"new\");", error.Traceback);
    }

    [Fact]
    public async Task A_loaded_file_that_does_not_compile_shows_its_line()
    {
        Write("sub folder/bad.csx", "int A() => 1;\nint B() => imag;");
        var error = await Error("#load \"sub folder/bad.csx\"");
        Assert.Contains($"In {Path.Combine("sub folder", "bad.csx")}, line 2:", error.Traceback);
        Assert.Contains(">   2 | int B() => imag;", error.Traceback);
    }

    [Fact]
    public async Task A_loaded_file_sees_the_usings_of_the_cells()
    {
        Write("helper.csx", "List<int> Numbers() => new() { 1, 2, 3 };\nvoid Show() => display(CultureInfo.InvariantCulture.LCID);");
        await Value("using System.Globalization;\nusing IO = System.IO;");
        Assert.Equal("3", await Value("#load \"helper.csx\"\nShow();\nNumbers().Count"));
        Assert.Equal("127", Output.Displays[0].Data["text/plain"]);
        Assert.Equal("4", await Value("Numbers().Count + 1"));
    }

    [Fact]
    public async Task A_loaded_file_with_a_namespace_says_what_to_write()
    {
        Write("Maths.cs", "// a library's\nnamespace Maths;\npublic class Sum { }");
        var error = await Error("#load \"Maths.cs\"");
        Assert.Contains("leave the namespace line, and its braces, away", error.Message);
        Assert.Contains("In Maths.cs, line 2:", error.Traceback);
    }

    void Write(string name, string code)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, code);
    }
}
