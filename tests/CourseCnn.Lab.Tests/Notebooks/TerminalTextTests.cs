using CourseCnn.Lab.Notebooks.Outputs;

namespace CourseCnn.Lab.Tests.Notebooks;

public class TerminalTextTests
{
    [Theory]
    [InlineData("plain\ntext\n", "plain\ntext\n")]
    [InlineData("10 %\r50 %\r100 %\ndone\n", "100 %\ndone\n")]
    [InlineData("longer\rshort", "shortr")]
    [InlineData("windows\r\nlines\r\n", "windows\nlines\n")]
    [InlineData("50 %\r", "50 %")]
    [InlineData("wait |\b/\b-", "wait -")]
    [InlineData("\u001b[32m50 %\u001b[0m\r\u001b[32m60 %\u001b[0m", "\u001b[32m60 %\u001b[0m")]
    [InlineData("a long line\r\u001b[Kx", "\u001b[Kx")]
    [InlineData("\u001b]8;;page\u0007a link\u001b]8;;\u0007\rno", "nolink")]
    public void A_line_ends_as_a_terminal_would_show_it(string written, string shown)
    {
        var whole = new TerminalText();
        whole.Append(written);
        Assert.Equal(shown, whole.ToString());

        var bitByBit = new TerminalText();
        foreach (var c in written)
            bitByBit.Append(c.ToString());
        Assert.Equal(shown, bitByBit.ToString());
    }

    [Fact]
    public void A_long_training_leaves_only_its_last_progress_line()
    {
        var text = new TerminalText();
        for (var step = 0; step <= 200_000; step++)
            text.Append($"\rstep {step,6} of 200000");

        Assert.Equal("step 200000 of 200000", text.ToString());
    }

    [Fact]
    public void Endless_text_is_cut_with_a_word_about_it()
    {
        var text = new TerminalText();
        for (var line = 0; line < 3 * TerminalText.Limit / 10; line++)
            text.Append("123456789\n");

        Assert.Equal(TerminalText.Limit, text.ToString().IndexOf("\n… cut here", StringComparison.Ordinal));
        Assert.EndsWith("more than 1,000,000 characters.\n", text.ToString());
    }
}
