namespace CourseCnn.Session.Tests.Display;

public class ValueTests : SessionTest
{
    [Fact]
    public async Task Variables_live_on_from_cell_to_cell()
    {
        await Value("var x = 20; int Twice(int n) => 2 * n;");
        Assert.Equal("42", await Value("Twice(x + 1)"));
    }

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("1 + 1 // a comment", "2")]
    [InlineData("var y = 3;\ny", "3")]
    [InlineData("await Task.Delay(1); \"done\"", "done")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("0.85", "0.85")]
    [InlineData("(string)null", "<null>")]
    [InlineData("Enumerable.Range(0, 3).Sum()", "3")]
    public async Task The_last_expression_is_the_result(string code, string expected) => Assert.Equal(expected, await Value(code));

    [Theory]
    [InlineData("var z = 1;")]
    [InlineData("Console.Write(1)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("")]
    [InlineData("// nothing here")]
    public async Task Without_a_last_value_there_is_no_result(string code) => Assert.Null((await Run(code)).Value);

    [Fact]
    public async Task Classes_usings_and_functions_of_earlier_cells_are_seen()
    {
        await Value("using System.IO;\nclass Dog { public string Say() => \"woof\"; }");
        await Value("record Point(int X, int Y);");
        Assert.Equal("woof /tmp", await Value("""new Dog().Say() + " " + Path.Combine("/", "tmp")"""));
        Assert.Equal("3", await Value("new Point(1, 2).X + new Point(1, 2).Y"));
    }

    [Fact]
    public async Task A_later_declaration_hides_an_earlier_one()
    {
        await Value("var a = 1;");
        await Value("var a = \"new\";");
        Assert.Equal("new", await Value("a"));
    }

    [Fact]
    public async Task A_cell_that_fails_keeps_what_it_had_assigned()
    {
        await Error("var kept = 5;\nthrow new Exception(\"stop\");");
        Assert.Equal("5", await Value("kept"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_changes_nothing()
    {
        await Value("var n = 1;");
        await Error("n = 2; oops");
        Assert.Equal("1", await Value("n"));
    }

    [Fact]
    public async Task A_cell_may_wait_for_its_own_tasks() =>
        Assert.Equal("5", await Value("async Task<int> F() { await Task.Delay(5); return 5; }\nF().Result"));

    [Fact]
    public async Task A_form_that_its_type_cannot_make_is_left_out()
    {
        var result = await Run(""""
            using System.IO;
            class TypeFormatterSourceAttribute(Type source) : Attribute
            {
                public Type FormatterSourceType => source;
                public string[] PreferredMimeTypes { get; set; } = [];
            }
            class Form(string type, string text)
            {
                public string MimeType => type;
                public bool Format(object value, TextWriter writer)
                {
                    writer.Write(text);
                    return text != null;
                }
            }
            class Forms
            {
                public IEnumerable<object> CreateTypeFormatters() => new[]
                {
                    new Form("application/vnd.plotly.v1+json", null),
                    new Form("image/svg+xml", "<svg/>"),
                    new Form("text/plain", "a figure"),
                };
            }
            [TypeFormatterSource(typeof(Forms), PreferredMimeTypes = new[]
                { "application/vnd.plotly.v1+json", "image/svg+xml", "text/plain" })]
            class Figure { }
            new Figure()
            """");
        Assert.Equal(
            [new("image/svg+xml", "<svg/>"), new KeyValuePair<string, string>("text/plain", "a figure")], result.Value!.Forms);
    }
}
