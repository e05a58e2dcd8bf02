using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Compiling;

public class NestingTests : SessionTest
{
    [Theory]
    [InlineData("{", "", "}")]
    [InlineData("(", "1", ")")]
    [InlineData("(", "", "")]
    [InlineData("!", "true", "")]
    [InlineData("- ", "1", "")]
    [InlineData("await ", "null", "")]
    [InlineData("true ? 1 : ", "2", "")]
    [InlineData("o ?? ", "o", "")]
    [InlineData("List<", "int", ">")]
    [InlineData("i = ", "1", "")]
    [InlineData("if (x == 2) { } else ", "{ }", "")]
    [InlineData("if (x == 2) { x = 3; } else ", "{ }", "")]
    [InlineData("$\"{", "1", "}\"")]
    public async Task Code_that_nests_too_deeply_is_refused_wherever_it_is_read(string open, string middle, string close)
    {
        var code = "var kept = 1;\n" + string.Concat(Enumerable.Repeat(open, 20_000)) + middle
            + string.Concat(Enumerable.Repeat(close, 20_000));
        var error = await Error(code);
        Assert.StartsWith("More than 500 brackets, operators or conditions stand within one another", error.Message);
        Assert.NotNull(error.Line);
        Assert.Equal(CodeState.Invalid, (await Session.JudgeAsync(code)).State);
        Assert.Empty((await Session.CompleteAsync(code, code.Length)).Items);
        Assert.Null(await Session.InspectAsync(code, code.Length, detailed: true));
        Session.Expect([code, "1"]);
        Assert.Equal("2", await Value("1 + 1"));
    }

    [Theory]
    [InlineData("{ }", "")]
    [InlineData("if (x == 2) { } else { }\n", "")]
    [InlineData("x = -1 + - - x - 3 + (x * 2) & x;\n", "")]
    [InlineData("x < 2 | ", "true")]
    [InlineData("- 1 + x ", "")]
    [InlineData("\"(((\" + ", "\"\"")]
    [InlineData("x == 1 ? 2 : (", "", ")", 50)]
    public async Task Code_that_is_only_long_is_read(string piece, string end, string close = "", int times = 600)
    {
        await Value("var x = 1;");
        var code = string.Concat(Enumerable.Repeat(piece, times)) + end + (close.Length > 0 ? "3" : "")
            + string.Concat(Enumerable.Repeat(close, times));
        Assert.Equal(CellStatus.Ok, (await Run(code)).Status);
    }
}
