using static System.FormattableString;

namespace CourseCnn.Summaries;

/// <summary>
/// How many parameters a model has, each counted once, and what torch-summary 1.4.4 makes of them: it adds up the rows of its table, so
/// that it misses what has no row, and counts twice what two layers share.
/// </summary>
sealed class ParameterCount
{
    /// <summary>So many names are told at most.</summary>
    const int MostNames = 3;

    readonly long torchTotal, torchTrainable;
    readonly List<string> reasons = [];

    /// <param name="model">The model.</param>
    /// <param name="rows">The rows of its table.</param>
    /// <param name="depth">How deep the table goes: a container there stands for all below it.</param>
    /// <param name="called">All modules that were called, also those too deep for the table.</param>
    internal ParameterCount(Module model, IReadOnlyList<SummaryRow> rows, int depth, IReadOnlySet<Module> called)
    {
        var all = model.Parameters();
        Total = Sum(all);
        Trainable = Sum(all.Where(parameter => parameter.RequiresGrad));

        var counting = rows.Where(row => !row.IsRecursive && (row.IsLeaf || row.Depth == depth)).ToList();
        torchTotal = counting.Sum(row => row.NumParams);
        torchTrainable = counting.Where(row => row.IsTrainable).Sum(row => row.NumParams);

        var counted = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var row in counting)
            counted.UnionWith(row.Module.Parameters());
        var twice = torchTotal - Sum(counted);
        ShowRest(rows, counted);
        Explain(model, called, counted, twice);
    }

    internal long Total { get; }

    internal long Trainable { get; }

    /// <summary>What to say of the numbers where torch-summary's differ; null where they are the same.</summary>
    internal string? Note
    {
        get
        {
            if (reasons.Count > 0)
                return Invariant($"torch-summary counts {torchTotal:N0}: {string.Join(", ", reasons)}");
            return torchTrainable == Trainable
                ? null
                : Invariant($"torch-summary counts {torchTrainable:N0} as trainable: what is frozen in part is frozen for it as a whole");
        }
    }

    /// <summary>What no row counts is shown with the innermost module that it belongs to and that has a row.</summary>
    static void ShowRest(IReadOnlyList<SummaryRow> rows, HashSet<Parameter> counted)
    {
        var shown = new HashSet<Parameter>(counted, ReferenceEqualityComparer.Instance);
        foreach (var row in rows.OrderByDescending(row => row.Depth))
            row.NumRest = Sum(row.Module.Parameters().Where(shown.Add));
    }

    void Explain(Module model, IReadOnlySet<Module> called, IEnumerable<Parameter> counted, long twice)
    {
        List<(string Name, long Count)> idle = [], own = [], deep = [];
        var seen = new HashSet<Parameter>(counted, ReferenceEqualityComparer.Instance);
        foreach (var (path, module) in model.NamedModules())
        {
            var below = module.Children().SelectMany(child => child.Parameters()).ToHashSet<Tensor>(ReferenceEqualityComparer.Instance);
            foreach (var (name, parameter) in module.NamedParameters())
            {
                if (below.Contains(parameter) || !seen.Add(parameter))
                    continue;
                if (!called.Contains(module))
                    idle.Add((path, parameter.Count));
                else if (module.Children().Count > 0)
                    own.Add((path == "" ? name : $"{path}.{name}", parameter.Count));
                else
                    deep.Add((path, parameter.Count));
            }
        }

        Add("without", idle, "in layers that were not called");
        Add("without", own, "held by modules beside their layers");
        Add("without", deep, "in layers deeper than the table");
        if (twice > 0)
            reasons.Add(Invariant($"with {twice:N0} more than once that layers share"));
    }

    void Add(string side, List<(string Name, long Count)> found, string what)
    {
        if (found.Count == 0)
            return;
        var names = found.Select(one => one.Name).Distinct().ToList();
        var more = names.Count > MostNames ? Invariant($" and {names.Count - MostNames} more") : "";
        reasons.Add(Invariant($"{side} {found.Sum(one => one.Count):N0} {what} ({string.Join(", ", names.Take(MostNames))}{more})"));
    }

    static long Sum(IEnumerable<Parameter> parameters) => parameters.Sum(parameter => (long)parameter.Count);
}
