using CourseCnn.Shared;

namespace CourseCnn.Lab.Tests.Shared;

public class TerminalEscapesTests
{
    [Theory]
    [InlineData("plain [0m", "plain [0m")]
    [InlineData($"{TerminalEscapes.BoldRed}red{TerminalEscapes.Plain}", "red")]
    [InlineData($"a{TerminalEscapes.EraseLine}b", "ab")]
    [InlineData("\u001b[38;5;12mblue\u001b[?25l", "blue")]
    [InlineData("\u001b]8;;https://example.org\u001b\\a link\u001b]8;;\u0007", "a link")]
    public void The_text_alone_is_left(string text, string expected) => Assert.Equal(expected, TerminalEscapes.Remove(text));
}
