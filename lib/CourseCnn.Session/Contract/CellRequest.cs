namespace CourseCnn.Session.Contract;

/// <summary>A cell to run.</summary>
/// <param name="Code">Its text.</param>
public sealed record CellRequest(string Code)
{
    /// <summary>What errors in later cells call it, such as <c>cell 3</c>; by default it is counted.</summary>
    public string? Name { get; init; }

    /// <summary>Who answers its questions; by default nobody, and to ask is an error.</summary>
    public ICellInput? Input { get; init; }
}
