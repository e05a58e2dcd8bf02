using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Assist;

public class CompletenessTests : SessionTest
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 3;")]
    [InlineData("int F(int n)\n{\n    return n;\n}")]
    [InlineData("#r \"nuget: A, 1.0.0\"")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#!markdown\n# half a { sentence")]
    [InlineData("var x = unknown;")]
    public async Task Code_that_can_run_is_complete(string code) =>
        Assert.Equal(new(CodeState.Complete), await Session.JudgeAsync(code));

    [Theory]
    [InlineData("int F(int n)\n{", "    ")]
    [InlineData("class A\n{\n    void F()\n    {\n        var x = 1;", "        ")]
    [InlineData("foo(1,", "    ")]
    [InlineData("var list = new[]\n{\n    1,", "    ")]
    [InlineData("if (true)", "    ")]
    [InlineData("var x =", "    ")]
    [InlineData("    var y = 1 +", "        ")]
    [InlineData("/* a comment", "")]
    [InlineData("var s = \"\"\"\n    text {", "")]
    [InlineData("\"\"\"\nabc", "")]
    public async Task Code_that_goes_on_is_incomplete_and_the_next_line_is_indented(string code, string indent) =>
        Assert.Equal(new(CodeState.Incomplete, indent), await Session.JudgeAsync(code));

    [Theory]
    [InlineData("int x = ) 3;")]
    [InlineData("}")]
    [InlineData("x)")]
    [InlineData("F(1))")]
    [InlineData("var s = \"abc;")]
    [InlineData("#!tim")]
    public async Task Code_that_cannot_be_mended_by_going_on_is_invalid(string code) =>
        Assert.Equal(CodeState.Invalid, (await Session.JudgeAsync(code)).State);
}
