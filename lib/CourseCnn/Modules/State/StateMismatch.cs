namespace CourseCnn.Modules.State;

/// <summary>Collects in what a state differs from the module that it is meant for, to report all at once.</summary>
/// <param name="source">Where the state comes from: <c>cnn.safetensors</c>.</param>
/// <param name="module">What it is meant for: <c>CNN</c>.</param>
/// <param name="strict">Whether names that are only in one of them count.</param>
sealed class StateMismatch(string source, string module, bool strict)
{
    /// <summary>Of each kind so many are named, the others counted.</summary>
    const int Named = 10;

    readonly Finding missing = new(), unexpected = new(), misshapen = new();

    public void Missing(string name) => missing.Add(strict, name);

    public void Unexpected(ReadOnlySpan<char> name) => unexpected.Add(strict, name);

    public void Misshapen(string name, string given, Shape expected) => misshapen.Add(true, $"{name} is {given} there and {expected} here");

    /// <summary>Reports what was found, if anything was.</summary>
    public void Throw()
    {
        string?[] kinds = [missing.Text("missing: "), unexpected.Text("unexpected: "), misshapen.Text("of another shape: ")];
        var findings = string.Join("; ", kinds.Where(kind => kind is not null));
        if (findings != "")
            throw new ArgumentException($"{source} does not fit this {module}; {findings}.");
    }

    sealed class Finding
    {
        readonly List<string> names = [];
        int count;

        public void Add(bool counts, ReadOnlySpan<char> name)
        {
            if (counts && count++ < Named)
                names.Add(name.ToString());
        }

        public string? Text(string kind) => count == 0
            ? null
            : kind + string.Join(", ", names) + (count > Named ? FormattableString.Invariant($" and {count - Named} more") : "");
    }
}
