namespace CourseCnn.Lab.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("run", "-h")]
    public async Task Help_shows_usage_examples_and_exit_codes(params string[] arguments)
    {
        var run = await CommandLine.RunAsync((_, _) => null, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Out);
        Assert.Contains("run notebooks ", run.Out);
        Assert.Contains("Exit code: 0 all ran, 1 a notebook failed or changed, 2 the command line is wrong", run.Out);
    }

    [Theory]
    [InlineData("There is no command rnu. Did you mean run? ", "rnu", "notebooks")]
    [InlineData("There is no command zebra. See ", "zebra")]
    [InlineData("There is no option --hlp. Did you mean --help? ", "--hlp")]
    [InlineData("There is no option --timout. Did you mean --timeout? ", "run", "--timout", "5", "x.ipynb")]
    [InlineData("There is no option --allow-error. Did you mean --allow-errors? ", "run", "x.ipynb", "--allow-error")]
    [InlineData("Required argument 'PATH' missing for command: 'run'. ", "run")]
    [InlineData("Required argument missing for option: '--output'. ", "run", "x", "--output")]
    [InlineData("Option '--output' is required. ", "book")]
    [InlineData("There is no option --prot. Did you mean --port? ", "serve", "--prot", "80")]
    [InlineData("--port needs a number from 0 to 65535, but got 70000.", "serve", "--port", "70000")]
    [InlineData("There is no option --reprot. Did you mean --report? ", "check", "--reprot", "x.html")]
    [InlineData("There is no file or folder zebra.ipynb (looked from ", "run", "zebra.ipynb")]
    public async Task A_wrong_command_line_gets_a_sentence_and_runs_nothing(string expected, params string[] arguments)
    {
        var run = await CommandLine.RunAsync((_, _) => throw new InvalidOperationException("Nothing is to run."), arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(expected, run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("0,5")]
    [InlineData("NaN")]
    [InlineData("1e9")]
    public async Task A_timeout_is_a_positive_number(string seconds)
    {
        var run = await CommandLine.RunAsync(
            (_, _) => throw new InvalidOperationException("Nothing is to run."), "run", "x", "--timeout", seconds);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal(
            $"--timeout needs a number of seconds above 0 and up to 1,000,000, such as 300 or 0.5, but got {seconds}. " +
            "See --help for what can be written.\n",
            run.Error);
    }
}
