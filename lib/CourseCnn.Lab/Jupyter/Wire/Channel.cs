namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>What messages come in on and go out by.</summary>
enum Channel
{
    /// <summary>Requests, one after the other.</summary>
    Shell,

    /// <summary>Requests that do not wait for a running cell.</summary>
    Control,

    /// <summary>Questions to whoever runs a cell.</summary>
    Stdin,

    /// <summary>What everybody sees.</summary>
    Iopub,
}
