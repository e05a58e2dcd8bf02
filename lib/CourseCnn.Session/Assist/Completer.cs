using CourseCnn.Session.Compiling;
using CourseCnn.Session.Magics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;
using CompletionList = CourseCnn.Session.Contract.CompletionList;

namespace CourseCnn.Session.Assist;

/// <summary>Suggests what a word in a cell may become, by Roslyn's completion service.</summary>
sealed class Completer(SubmissionChain chain)
{
    /// <summary>More than anybody scrolls through.</summary>
    const int Most = 300;

    readonly CompletionProjects projects = new(chain);

    public async Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (Magic(code, position) is { } magics)
            return magics;
        if (!Nesting.IsBounded(code))
            return new(position, position, []);

        chain.Prepare(cancellation);
        CellSplitter.TryGetCode(code, out code);
        var document = projects.Document(code);
        var service = CompletionService.GetService(document)!;
        var found = await service.GetCompletionsAsync(document, position, cancellationToken: cancellation);
        var typed = code[found.Span.Start..position];
        var items = Ranked(service, document, found.ItemsList, typed).Take(Most);
        return new(found.Span.Start, found.Span.End, [.. items.DistinctBy(item => item.Text)]);
    }

    IEnumerable<Contract.Completion> Ranked(
        CompletionService service, Document document, IReadOnlyList<CompletionItem> items, string typed)
    {
        // What would change more than the word itself, such as a whole override, is not a word to offer.
        var words = items.Where(item => !item.IsComplexTextEdit).ToList();
        var begun = words.Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        var fitting = begun.Count > 0 ? begun : [.. service.FilterItems(document, [.. words], typed)];
        return fitting
            .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(item => item.Rules.MatchPriority)
            .ThenBy(item => Nearness(item))
            .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .Select(item => new Contract.Completion(item.Properties.GetValueOrDefault("InsertionText") ?? item.DisplayText, Kind(item)));
    }

    /// <summary>What the learner made or loaded stands before what the language and the framework bring.</summary>
    int Nearness(CompletionItem item) => Kind(item) switch
    {
        "local" or "parameter" or "rangevariable" => 0,
        "field" or "property" or "method" or "event" or "enummember" or "constant" or "extensionmethod" => 1,
        _ when projects.NearTypes.Contains(item.DisplayText) => 1,
        "class" or "structure" or "interface" or "enum" or "delegate" or "record" or "recordstruct" or "typeparameter" => 2,
        "keyword" => 3,
        _ => 4,
    };

    static string Kind(CompletionItem item) => (item.Tags.FirstOrDefault(tag => !IsAccess(tag)) ?? "").ToLowerInvariant();

    static bool IsAccess(string tag) =>
        tag is WellKnownTags.Public or WellKnownTags.Private or WellKnownTags.Protected or WellKnownTags.Internal;

    /// <summary>The commands, where one is being written.</summary>
    static CompletionList? Magic(string code, int position)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var typed = code[start..position];
        if (typed != "#" && (!typed.StartsWith("#!", StringComparison.Ordinal) || typed.Contains(' ', StringComparison.Ordinal)))
            return null;
        var known = MagicLine.Known.Keys.Where(name => name.StartsWith(typed, StringComparison.Ordinal));
        string[] directives = typed == "#" ? ["#r", "#load"] : [];
        return new(start, position, [.. known.Concat(directives).Select(name => new Contract.Completion(name, "magic"))]);
    }
}
