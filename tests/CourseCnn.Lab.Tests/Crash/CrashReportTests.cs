using CourseCnn.Lab.Crash;

namespace CourseCnn.Lab.Tests.Crash;

public class CrashReportTests
{
    [Theory]
    [InlineData(
        "Stack overflow.\nRepeated 9 times:\n----\n   at Submission#2.Deeper(Int32)\n----\n", "StackOverflow", "Deeper called itself")]
    [InlineData("Stack overflow.\n   at Submission#2+Node.Count()\n", "StackOverflow", "Node.Count called itself")]
    [InlineData(
        "Process terminated. much too hot\n   at System.Environment.FailFast(System.String)\n", "FailFast", "FailFast: much too hot\n")]
    [InlineData("Process terminated.\n   at System.Environment.FailFast(System.String)\n", "FailFast", "with Environment.FailFast.\n")]
    [InlineData(
        "Unhandled exception. System.IO.IOException: no room\n   at X.Y()\n", "IOException", "no room\nNothing caught this exception.")]
    [InlineData("[CourseCnn] A message was dropped.\n", "ProcessDied", "without saying why")]
    [InlineData("", "ProcessDied", "without saying why")]
    public void What_the_runtime_wrote_is_put_in_the_learners_terms(string errors, string name, string message)
    {
        var report = CrashReport.Of(errors, exitCode: null, "Run the cells from the top.");
        Assert.Equal(name, report.Name);
        Assert.Contains(message, report.Message);
        Assert.EndsWith("Run the cells from the top.", report.Message);
    }

    [Theory]
    [InlineData(0, "ProcessExited", "with exit code 0. Leave out Environment.Exit")]
    [InlineData(3, "ProcessExited", "with exit code 3. Leave out")]
    [InlineData(137, "ProcessDied", "may have run out of memory")]
    [InlineData(139, "NativeCrash", "memory that is not its own")]
    public void Without_a_word_of_the_runtimes_the_exit_code_tells(int exitCode, string name, string message)
    {
        var report = CrashReport.Of("", exitCode, "And so on.");
        Assert.Equal(name, report.Name);
        Assert.Contains(message, report.Message);
        Assert.EndsWith("And so on.", report.Message);
    }
}
