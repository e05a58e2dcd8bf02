using CourseCnn.Lab.Crash;
using CourseCnn.Lab.Jupyter.Crash;

namespace CourseCnn.Lab.Tests.Jupyter;

public class CrashReportTests
{
    [Theory]
    [InlineData("Stack overflow.\nRepeated 9 times:\n----\n   at Submission#2.Deeper(Int32)\n----\n", "StackOverflow", "Deeper called itself")]
    [InlineData("Stack overflow.\n   at Submission#2+Node.Count()\n", "StackOverflow", "Node.Count called itself")]
    [InlineData("Process terminated. much too hot\n   at System.Environment.FailFast(System.String)\n", "FailFast", "FailFast: much too hot\n")]
    [InlineData("Process terminated.\n   at System.Environment.FailFast(System.String)\n", "FailFast", "with Environment.FailFast.\n")]
    [InlineData("Unhandled exception. System.IO.IOException: no room\n   at X.Y()\n", "IOException", "no room\nNothing caught this exception.")]
    [InlineData("[CourseCnn] A message was dropped.\n", "ProcessDied", "without a word")]
    [InlineData("", "ProcessDied", "without a word")]
    public void The_runtimes_last_words_are_put_in_the_learners_terms(string words, string name, string message)
    {
        var report = CrashReport.Of(words, CrashWatcher.Consequence);
        Assert.Equal(name, report.Name);
        Assert.Contains(message, report.Message);
        Assert.EndsWith("run the cells from the top.", report.Message);
    }
}
