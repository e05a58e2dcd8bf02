namespace CourseCnn.Session.Display;

/// <summary>A value as it is shown, or something within it.</summary>
/// <param name="parent">What it is within; null for the value itself.</param>
/// <param name="value">The value.</param>
sealed class Part(Part? parent, object? value)
{
    public Part? Parent { get; } = parent;

    public object? Value { get; } = value;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    public PartKind Kind { get; init; }

    /// <summary>A leaf's text; of others, what stands before their parts: a type's name, or nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it shows itself as in HTML, if it does.</summary>
    public string? Html { get; init; }

    /// <summary>What it consists of, with the names that objects and dictionaries give to it.</summary>
    public List<(string Name, Part Part)> Parts { get; } = [];

    /// <summary>The columns of a table, whose parts are rows; none where they have no names.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>What is said of parts that are left out: <c>(10 more)</c>.</summary>
    public string? LeftOut { get; set; }

    /// <summary>What its parts are read from.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>How many of <see cref="Members"/> have been read.</summary>
    public int Read { get; set; }

    /// <summary>What is said below the whole value.</summary>
    public string? Note { get; set; }

    /// <summary>Whether HTML tells more of it than text does.</summary>
    public bool HasStructure => Html is not null || (Kind is PartKind.Sequence or PartKind.Tuple
        ? Parts.Exists(part => part.Part.HasStructure)
        : Parts.Count > 0);

    /// <summary>A text that consists of nothing.</summary>
    public static Part Leaf(Part? parent, string text) => new(parent, null) { Text = text };
}
