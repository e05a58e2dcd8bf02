using System.Globalization;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Workers;

/// <summary>What sessions are told and tell, as the parts of a <see cref="Message"/>, and back.</summary>
static class Parts
{
    /// <summary>Status, then the error's (its traceback after their number) or null, then the value's forms.</summary>
    internal static IReadOnlyList<string?> Of(CellResult result)
    {
        var parts = new List<string?> { result.Status.ToString() };
        if (result.Error is { } error)
            parts.AddRange(
                [error.Name, error.Message, Text(error.Line), error.SourceLine, Text(error.Traceback.Count), .. error.Traceback]);
        else
            parts.Add(null);
        if (result.Value is { } value)
            parts.AddRange(Of(value));
        return parts;
    }

    internal static CellResult ToResult(IReadOnlyList<string?> parts)
    {
        var status = Enum.Parse<CellStatus>(parts[0]!);
        if (parts[1] is not { } name)
            return new CellResult(status, parts.Count > 2 ? ToBundle(parts, 2) : null);
        var count = ToNumber(parts[5])!.Value;
        var error = new CellError(name, parts[2]!, ToNumber(parts[3]), parts[4], [.. parts.Skip(6).Take(count).Select(line => line!)]);
        return new CellResult(status, parts.Count > 6 + count ? ToBundle(parts, 6 + count) : null, error);
    }

    /// <summary>Each form's type and its text.</summary>
    internal static IEnumerable<string?> Of(MimeBundle value) => value.Forms.SelectMany(form => new[] { form.Key, form.Value });

    /// <param name="parts">A message's parts.</param>
    /// <param name="start">Where the forms begin.</param>
    internal static MimeBundle ToBundle(IReadOnlyList<string?> parts, int start) => new([.. ToPairs(parts, start)]);

    internal static IReadOnlyList<string?> Of(CommMessage message) => [message.Kind.ToString(), message.Id, message.Target, message.Data];

    internal static CommMessage ToComm(IReadOnlyList<string?> parts) =>
        new(Enum.Parse<CommKind>(parts[0]!), parts[1]!, parts[2], parts[3]!);

    internal static IReadOnlyList<string?> Of(CompletionList list) =>
        [Text(list.Start), Text(list.End), .. list.Items.SelectMany(item => new[] { item.Text, item.Kind })];

    internal static CompletionList ToCompletions(IReadOnlyList<string?> parts) =>
        new(ToNumber(parts[0])!.Value, ToNumber(parts[1])!.Value,
            [.. ToPairs(parts, 2).Select(pair => new Completion(pair.Key, pair.Value))]);

    internal static IEnumerable<KeyValuePair<string, string>> ToPairs(IReadOnlyList<string?> parts, int start = 0) =>
        parts.Skip(start).Chunk(2).Select(pair => KeyValuePair.Create(pair[0]!, pair[1]!));

    internal static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    internal static int? ToNumber(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
