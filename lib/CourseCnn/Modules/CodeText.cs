namespace CourseCnn.Modules;

/// <summary>Writes a layer the way a learner wrote it, for error messages: <c>Conv2d(1, 3, kernelSize: (5, 5))</c>.</summary>
static class CodeText
{
    /// <summary>A call with those arguments that are not null.</summary>
    public static string Call(string name, params string?[] arguments) =>
        $"{name}({string.Join(", ", arguments.Where(argument => argument is not null))})";

    /// <summary>A number of things: <c>1 channel</c>, <c>3 channels</c>.</summary>
    public static string Plural(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
