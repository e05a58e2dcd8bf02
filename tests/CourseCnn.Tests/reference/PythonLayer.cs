using System.Text.RegularExpressions;

namespace CourseCnn.Tests;

/// <summary>Builds a layer from the line of Python that the reference files name it with: <c>Conv2d(3, 4, (3, 5), bias=False)</c>.</summary>
static partial class PythonLayer
{
    public static Module Build(string python)
    {
        var call = Call().Match(python);
        var arguments = Argument().Matches(call.Groups["arguments"].Value);
        var values = arguments.Where(argument => argument.Groups["name"].Value == "").Select(argument => argument.Groups["value"].Value).ToList();
        var bias = !arguments.Any(argument => argument.Groups["name"].Value == "bias" && argument.Groups["value"].Value == "False");

        return call.Groups["name"].Value switch
        {
            "Conv2d" => new Conv2d(int.Parse(values[0]), int.Parse(values[1]), Size(values[2]), bias: bias),
            "Linear" => new Linear(int.Parse(values[0]), int.Parse(values[1]), bias),
            var other => throw new NotSupportedException($"{python}: no layer {other} is known here."),
        };
    }

    static Size2d Size(string text)
    {
        var numbers = text.Trim('(', ')').Split(',').Select(int.Parse).ToArray();
        return numbers.Length == 1 ? numbers[0] : (numbers[0], numbers[1]);
    }

    [GeneratedRegex(@"^(?<name>\w+)\((?<arguments>.*)\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?:(?<name>\w+)=)?(?<value>\([^)]*\)|[^,\s]+)")]
    private static partial Regex Argument();
}
