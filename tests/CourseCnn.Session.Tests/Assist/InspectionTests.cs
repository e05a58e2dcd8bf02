using CourseCnn.Session.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseCnn.Session.Tests.Assist;

public class InspectionTests : SessionTest
{
    [Theory]
    [InlineData("Math.Sq|rt(2)", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt|", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(|2)", "double Math.Sqrt(double d)")]
    [InlineData("Math.Max(1, Math.Sqrt(2|))", "double Math.Sqrt(double d)")]
    [InlineData("new List<int>().Cou|nt", "int List<int>.Count { get; }")]
    [InlineData("List<int> a; a.Add|", "void List<int>.Add(int item)")]
    [InlineData("Mat|h", "class System.Math")]
    [InlineData("int|.Parse", "readonly struct System.Int32")]
    [InlineData("var answer = 42; ans|wer", "int answer")]
    [InlineData("DayOfWeek.Mon|day", "DayOfWeek.Monday = 1")]
    [InlineData("System.Li|nq", "namespace System.Linq")]
    [InlineData("Uri(|", "Uri.Uri(string uriString)")]
    [InlineData("Uri(\"a\", |", "Uri.Uri(string uriString)")]
    public async Task The_signature_of_what_stands_there_is_told(string code, string expected) =>
        Assert.Equal(expected, (await Inspect(code))!.Text.Split('\n')[0]);

    [Theory]
    [InlineData("|")]
    [InlineData("1 + |1")]
    [InlineData("nothing|")]
    [InlineData("// Math.Sqrt|")]
    public async Task Where_there_is_nothing_nothing_is_told(string code) => Assert.Null(await Inspect(code));

    [Fact]
    public async Task All_overloads_are_listed_as_far_as_they_can_be_read()
    {
        var lines = (await Inspect("Console.WriteLine|"))!.Text.Split('\n');
        Assert.Contains("void Console.WriteLine(string? value)", (await Inspect("Console.WriteLine(\"a\"|)"))!.Text);
        Assert.StartsWith("… and ", lines[12]);
    }

    [Fact]
    public async Task Comments_in_cells_are_read()
    {
        await Value("""
            /// <summary>Half of <paramref name="n"/>, as <c>n / 2</c>.</summary>
            /// <param name="n">What to halve.</param>
            /// <returns>The half.</returns>
            /// <exception cref="ArgumentException">It is odd.</exception>
            /// <remarks>See <see cref="Math.Sqrt(double)"/>.<para>Quick.</para></remarks>
            int Half(int n) => n / 2;
            """);
        Assert.Equal(
            "```csharp\nint Half(int n)\n```\n\nHalf of `n`, as `n / 2`.\n\n"
            + "**Parameters:**\n\n- `n`: What to halve.\n\n**Returns:** The half.",
            (await Inspect("Half|(2)"))!.Markdown);
        var detailed = (await Inspect("Half|(2)", detailed: true))!.Text;
        Assert.Contains("Throws:\n  ArgumentException: It is odd.", detailed);
        Assert.Contains("Remarks: See Math.Sqrt.\n\nQuick.", detailed);
    }

    [Fact]
    public async Task Examples_are_blocks_of_code_without_the_comments_own_indent()
    {
        await Value("""
            /// <summary>Half.</summary>
            /// <example><code>
            /// if (even)
            ///     Half(4)
            /// </code></example>
            int Half(int n) => n / 2;
            """);
        var inspected = (await Inspect("Half|(2)", detailed: true))!;
        Assert.EndsWith("**Example:**\n\n```csharp\nif (even)\n    Half(4)\n```", inspected.Markdown);
        Assert.EndsWith("Example:\n\nif (even)\n    Half(4)", inspected.Text);
    }

    [Fact]
    public async Task A_librarys_comments_are_read_from_beside_it_and_those_of_what_it_overrides()
    {
        const string code = """
            public class Shape { public virtual int Corners() => 0; }
            public class Square : Shape { public Square(int side) {} public override int Corners() => 4; }
            """;
        Library("Shapes", code, """
            <doc><members>
              <member name="M:Shape.Corners"><summary>How many corners
                it has.</summary></member>
              <member name="T:Square"><summary>All sides alike.</summary></member>
            </members></doc>
            """);
        await Value("#r \"Shapes.dll\"");
        Assert.Equal("int Square.Corners()\n\nHow many corners it has.", (await Inspect("new Square(1).Corn|ers()"))!.Text);
        Assert.Equal("Square.Square(int side)\n\nAll sides alike.", (await Inspect("new Squ|are(1)"))!.Text);
    }

    [Fact]
    public async Task The_courses_library_is_described()
    {
        var library = Path.Combine(Repository.Root, "lib", "CourseCnn", "bin", "CourseCnn.dll");
        await Value($"#r \"{library}\"\nusing CourseCnn;");
        var found = await Inspect("new Conv2d|(1, 2, 3)");
        Assert.Contains("Conv2d.Conv2d(", found!.Markdown);
        Assert.Contains("**Parameters:**", found.Markdown);
    }

    [Fact]
    public async Task The_frameworks_comments_are_read_where_an_SDK_is_installed() =>
        Assert.Contains("square root", (await Inspect("Math.Sqrt|"))!.Text);

    Task<Inspection?> Inspect(string code, bool detailed = false)
    {
        var position = code.IndexOf('|');
        return Session.InspectAsync(code.Remove(position, 1), position, detailed);
    }

    void Library(string name, string code, string documentation)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var result = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], framework.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(Path.Combine(Folder, name + ".dll"));
        Assert.True(result.Success);
        File.WriteAllText(Path.Combine(Folder, name + ".xml"), documentation);
    }
}
