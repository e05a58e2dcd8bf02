namespace CourseCnn.Session.Display;

/// <summary>How a value is laid out.</summary>
enum PartKind
{
    /// <summary>Text alone; its members are for HTML.</summary>
    Leaf,

    /// <summary><c>Point { X = 1, Y = 2 }</c></summary>
    Object,

    /// <summary><c>[ 1, 2 ]</c></summary>
    Sequence,

    /// <summary><c>(1, a)</c></summary>
    Tuple,

    /// <summary><c>{ a: 1, b: 2 }</c></summary>
    Dictionary,

    /// <summary>Rows and columns.</summary>
    Table,
}
