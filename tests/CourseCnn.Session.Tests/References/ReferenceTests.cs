using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Tests.References;

public class ReferenceTests : SessionTest
{
    [Fact]
    public async Task A_library_is_found_from_the_notebooks_folder_and_its_dependency_beside_it()
    {
        var bin = Directory.CreateDirectory(Path.Combine(Folder, "lib", "my bin")).FullName;
        var basis = Compile(bin, "Basis", "public class Basis { public static int Number => 41; }");
        Compile(bin, "Tower", "public class Tower { public int Height => Basis.Number + 1; }", basis);

        Assert.Null(await Value("#r \"lib/my bin/Tower.dll\""));
        Assert.Equal("42", await Value("new Tower().Height"));
    }

    [Fact]
    public async Task A_script_is_loaded_from_the_notebooks_folder()
    {
        var script = Path.Combine(Folder, "helper.csx");
        await File.WriteAllTextAsync(script, "int Triple(int n) => 3 * n;", TestContext.Current.CancellationToken);
        await Value("#load \"helper.csx\"");
        Assert.Equal("9", await Value("Triple(3)"));
    }

    [Fact]
    public async Task Relative_paths_start_at_the_notebooks_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "data.txt"), "hello", TestContext.Current.CancellationToken);
        Assert.Equal("hello", await Value("System.IO.File.ReadAllText(\"data.txt\")"));
    }

    [Fact]
    public async Task A_package_is_restored_with_what_it_needs()
    {
        await Value(
            "#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics.LinearAlgebra;\n"
            + "var m = Matrix<double>.Build.DenseIdentity(2);");
        Assert.Equal("2", await Value("m.Trace()"));
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_is_named_in_one_line()
    {
        var error = await Error("var a = 1;\n#r \"nuget: CourseCnn.No.Such.Package, 9.9.9\"");
        Assert.StartsWith("The package CourseCnn.No.Such.Package 9.9.9 cannot be had: ", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(2, error.Line);
        Assert.Equal("2", await Value("1 + 1"));
    }

    [Theory]
    [InlineData("#r \"nuget: Newtonsoft.Json, 13.0.4\"")]
    [InlineData("#:package Newtonsoft.Json@13.0.4")]
    public async Task A_loaded_package_keeps_its_version(string line)
    {
        await Value("#:package Newtonsoft.Json@13.0.3\nNewtonsoft.Json.JsonConvert.ToString(true)");
        Assert.Null(await Value("#r \"nuget: Newtonsoft.Json, 13.0.3\"\n#r \"nuget: Newtonsoft.Json\""));
        var error = await Error(line);
        Assert.Equal(
            "Newtonsoft.Json 13.0.3 is loaded, and 13.0.4 is asked for: a session keeps the version it has, "
            + "so restart the kernel to change it.",
            error.Message);
        Assert.Equal("true", await Value("Newtonsoft.Json.JsonConvert.ToString(true)"));
    }

    [Theory]
    [InlineData(
        "#:property LangVersion=preview", "#:property is for file-based apps and means nothing in a notebook: leave the line away.")]
    [InlineData("#:project ../lib", "write #r \"path/to/its.dll\"")]
    [InlineData("#:package", "write #:package Name@1.0")]
    [InlineData("#i \"nuget:./no such folder\"", "There is no folder ./no such folder to take packages from")]
    public async Task A_line_about_packages_that_cannot_be_followed_says_what_to_write(string line, string sentence)
    {
        var error = await Error("var a = 1;\n" + line);
        Assert.Contains(sentence, error.Message);
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task A_folder_can_be_a_source_of_packages()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "my packages")).FullName;
        await Value("#i \"nuget:./my packages\"");
        var error = await Error("#r \"nuget: CourseCnn.No.Such.Package, 9.9.9\"");
        Assert.Contains(folder, error.Message);
    }

    [Fact]
    public async Task A_package_line_that_names_none_says_how_to_write_it()
    {
        var error = await Error("#r \"nuget: \"");
        Assert.Contains("#r \"nuget: Name, Version\"", error.Message);
    }

    static string Compile(string folder, string name, string code, params string[] references)
    {
        var path = Path.Combine(folder, name + ".dll");
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            framework.Concat(references).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success);
        return path;
    }
}
