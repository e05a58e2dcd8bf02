using System.Data;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CourseCnn.Session.Wording;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseCnn.Session.Display;

/// <summary>Says for each kind of value how it is shown and what is to be read of it.</summary>
/// <param name="expression">What a learner wrote for the value itself, if that is known.</param>
sealed class PartMaker(string? expression)
{
    /// <summary>A value that tells itself without running a learner's code; null for others.</summary>
    public static Part? Simple(Part? parent, object? value)
    {
        var text = value switch
        {
            null => Formatter.NullString,
            string word => TypeName.Clean(Limits.Cut(word, parent is null ? Limits.TopText : Limits.InnerText)),
            _ when RegisteredForms.Has(value.GetType(), MimeTypes.Text) || RegisteredForms.Has(value.GetType(), MimeTypes.Html) => null,
            bool or char => value.ToString(),
            Enum => value.ToString(),
            DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
            // Of the framework's own types only: a learner's may run for ever.
            IFormattable number when number.GetType().Assembly == typeof(object).Assembly =>
                number.ToString(null, CultureInfo.InvariantCulture),
            Type type => TypeName.Of(type),
            Delegate => TypeName.Of(value.GetType()),
            _ => null,
        };
        return text is null ? null : Part.Leaf(parent, text);
    }

    /// <summary>Any value.</summary>
    public Part Make(Part? parent, object? value)
    {
        if (Simple(parent, value) is { } simple)
            return simple;
        for (var outer = parent; outer is not null; outer = outer.Parent)
            if (ReferenceEquals(outer.Value, value))
                return Part.Leaf(parent, $"(cycle: the {TypeName.Of(value!.GetType())} above)");
        return Registered(parent, value!) ?? Special(parent, value!) ?? Sequence(parent, value!) ?? Object(parent, value!);
    }

    static Part? Registered(Part? parent, object value)
    {
        var type = value.GetType();
        if (!RegisteredForms.Has(type, MimeTypes.Text) && !RegisteredForms.Has(type, MimeTypes.Html))
            return null;
        try
        {
            var html = Picture(value, parent is null ? null : Limits.Html);
            var text = RegisteredForms.Of(value, MimeTypes.Text, parent is null ? null : Limits.InnerText)
                ?? (value is IHtmlContent ? Limits.Cut(html ?? "", Limits.InnerText) : Told(value));
            return new Part(parent, value) { Text = text.ReplaceLineEndings("\n"), Html = html };
        }
        catch (Exception exception) when (parent is not null && exception is not OperationCanceledException)
        {
            return Part.Leaf(parent, $"({Thrown.Text(exception)})");
        }
    }

    /// <summary>What stands still wherever it is shown is taken before what needs scripts.</summary>
    static string? Picture(object value, int? most)
    {
        var preferred = Formatter.GetPreferredMimeTypesFor(value.GetType());
        return preferred.Contains(MimeTypes.Svg) && RegisteredForms.Of(value, MimeTypes.Svg, most) is { Length: > 0 } svg
            ? svg
            : RegisteredForms.Of(value, MimeTypes.Html, most) is { Length: > 0 } html ? html : null;
    }

    Part? Special(Part? parent, object value) => value switch
    {
        Exception exception => Part.Leaf(parent, Thrown.Full(exception)),
        Pointer => Part.Leaf(parent, "a pointer"),
        DataTable table => DataTables.Part(parent, table),
        DataView view => DataTables.Part(parent, view.ToTable()),
        Array { Rank: > 1 } array => ArrayView.Part(parent, new ArrayView(array, [])),
        ArrayView view => ArrayView.Part(parent, view),
        Row row => new Part(parent, row)
        {
            Kind = PartKind.Sequence,
            Members = [Member.Many(_ => row.Cells.Select(cell => ("", cell)))],
        },
        _ => Waiting.Sentence(value.GetType(), parent is null ? expression : null) is { } sentence
            ? Part.Leaf(parent, sentence)
            : JsonDocuments.Text(value) is { } json
                ? Part.Leaf(parent, Limits.Cut(json, parent is null ? Limits.TopText : Limits.InnerText))
                : null,
    };

    static Part? Sequence(Part? parent, object value)
    {
        var type = value.GetType();
        if (value is ITuple tuple)
            return new Part(parent, value) { Kind = PartKind.Tuple, Members = [Member.Many(_ => Items(tuple))] };
        if (Elements.Of(value) is not { } elements || (!Elements.IsFrameworks(type) && TypeMembers.Of(type).TellsItself))
            return null;
        var kind = Elements.AreEntries(value) ? PartKind.Dictionary : PartKind.Sequence;
        return new Part(parent, value) { Kind = kind, Members = [Member.Many(part => Elements.Read(part, elements, kind))] };
    }

    static IEnumerable<(string Name, object? Value)> Items(ITuple tuple) =>
        Enumerable.Range(0, tuple.Length).Select(i => ("", tuple[i]));

    static Part Object(Part? parent, object value)
    {
        var (type, members) = (value.GetType(), TypeMembers.Of(value.GetType()));
        // What the framework's values tell of themselves is all that one wants to know of them; so it is of what is within another value.
        if (members.TellsItself && (parent is not null || Elements.IsFrameworks(type)))
            return Part.Leaf(parent, Told(value));
        IReadOnlyList<Member> shown = [.. members.All.Take(Limits.Members)];
        var more = members.All.Count - shown.Count;
        return new Part(parent, value)
        {
            Kind = members.TellsItself ? PartKind.Leaf : PartKind.Object,
            Text = members.TellsItself ? Told(value) : TypeName.IsAnonymous(type) ? "" : TypeName.Of(type),
            Members = shown,
            LeftOut = more > 0 ? Elements.More(more) : null,
        };
    }

    /// <summary>What a value says of itself; what went wrong, where it cannot.</summary>
    static string Told(object value)
    {
        try
        {
            return TypeName.Clean(Limits.Cut(value.ToString() ?? "", Limits.InnerText));
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not ThreadInterruptedException)
        {
            return $"{TypeName.Of(value.GetType())} (its ToString {Thrown.Text(exception)})";
        }
    }
}
