namespace CourseCnn.Modules;

/// <summary>What a module's result is, as far as memory goes.</summary>
enum ResultKind
{
    /// <summary>Nobody knows: the module may keep its input or its result.</summary>
    Unknown,

    /// <summary>A new tensor; neither it nor the input is kept.</summary>
    New,

    /// <summary>The input itself, another view of it, or a new tensor; none is kept.</summary>
    InputOrNew,
}
