namespace CourseCnn.Modules;

/// <summary>
/// What error messages name the way a learner wrote it. Whoever checks something gets the thing itself, not its name: building the name
/// takes longer than many a check, and only an error needs it.
/// </summary>
interface IHasCode
{
    /// <summary><c>Conv2d(1, 3, kernelSize: (3, 3))</c>.</summary>
    string Code { get; }
}
