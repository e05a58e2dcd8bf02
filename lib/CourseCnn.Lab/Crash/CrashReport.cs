using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseCnn.Lab.Crash;

/// <summary>Why a process that ran cells ended, as far as the runtime has told.</summary>
/// <param name="Name">In one word.</param>
/// <param name="Message">In a sentence.</param>
sealed partial record CrashReport(string Name, string Message)
{
    /// <summary>From here on, exit codes stand for signals: 128 and the signal's number.</summary>
    const int FirstSignal = 128;

    const int BusError = FirstSignal + 7;
    const int SegmentationFault = FirstSignal + 11;

    /// <param name="errors">The end of what the process wrote to standard error.</param>
    /// <param name="exitCode">What it ended with, as shells count it, where that is known.</param>
    /// <param name="consequence">What follows for the learner, in a sentence.</param>
    public static CrashReport Of(string errors, int? exitCode, string consequence)
    {
        if (Overflow().Match(errors) is { Success: true } overflow)
        {
            var method = Method().Match(errors, overflow.Index);
            var culprit = method.Success ? method.Groups["name"].Value : "A method";
            return new(
                "StackOverflow", $"{culprit} called itself again and again, until there was no room left for more calls. {consequence}");
        }

        if (FailFast().Match(errors) is { Success: true } failFast)
        {
            var message = failFast.Groups["message"].Value.Trim();
            return new("FailFast",
                $"The cell ended the process with Environment.FailFast{(message.Length > 0 ? $": {message}" : ".")}\n{consequence}");
        }

        if (Unhandled().Match(errors) is { Success: true } unhandled)
            return new(unhandled.Groups["type"].Value,
                $"{unhandled.Groups["message"].Value.Trim()}\nNothing caught this exception. {consequence}");

        if (AccessViolation().IsMatch(errors))
            return OfMemory(consequence);

        return exitCode switch
        {
            >= 0 and < FirstSignal => new("ProcessExited", string.Create(CultureInfo.InvariantCulture,
                $"The cell ended the process that runs it, with exit code {exitCode}. Leave out Environment.Exit and the like. "
                    + $"{consequence}")),
            SegmentationFault or BusError => OfMemory(consequence),
            _ => new("ProcessDied",
                $"The process that runs the cells has ended without saying why; it may have run out of memory. {consequence}"),
        };
    }

    static CrashReport OfMemory(string consequence) => new("NativeCrash",
        $"A library that the cell called, or code marked unsafe, has used memory that is not its own. {consequence}");

    [GeneratedRegex(@"^Stack overflow\.", RegexOptions.Multiline)]
    private static partial Regex Overflow();

    /// <summary>
    /// A function of a cell is a local function or a method of the cell's class; a method of a cell's class is nested in that.
    /// </summary>
    [GeneratedRegex(@"at Submission#\d+(\+(?<name>\w+(\.\w+)?)\(|\.(<[^(]*>g__)?(?<name>\w+)[|(])")]
    private static partial Regex Method();

    [GeneratedRegex(@"^Process terminated\.(?<message>.*?)(^\s+at |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FailFast();

    [GeneratedRegex(@"^Fatal error\.\s+System\.AccessViolationException", RegexOptions.Multiline)]
    private static partial Regex AccessViolation();

    [GeneratedRegex(
        @"^Unhandled exception\. (\w+\.)*(?<type>\w+)(: (?<message>.*?))?(^\s+at |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Unhandled();
}
