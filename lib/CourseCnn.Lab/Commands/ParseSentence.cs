using System.CommandLine;

namespace CourseCnn.Lab.Commands;

/// <summary>A command line that could not be parsed, in a sentence with what was probably meant.</summary>
static class ParseSentence
{
    const string Advice = "See --help for what can be written.";

    internal static string About(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.FirstOrDefault() is { } unknown)
            return unknown.StartsWith('-')
                ? UnknownOption(unknown, command)
                : UnknownCommand(unknown, command);
        return $"{parsed.Errors[0].Message} {Advice}";
    }

    static string UnknownCommand(string name, Command command) =>
        $"There is no command {name}. {DidYouMean(NearestName.Of(name, command.Subcommands.Select(known => known.Name)))}{Advice}";

    internal static string UnknownOption(string option, Command command) =>
        $"There is no option {option}. {DidYouMean(NearestName.Of(option, command.Options.Select(known => known.Name)))}{Advice}";

    static string DidYouMean(string? name) => name is null ? "" : $"Did you mean {name}? ";
}
