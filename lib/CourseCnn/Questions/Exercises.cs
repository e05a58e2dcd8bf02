namespace CourseCnn;

/// <summary>The course's exercises, at least one for each of its objectives: <c>Exercises.Terms.Check(…)</c>.</summary>
public static class Exercises
{
    /// <summary>What size a convolution puts out.</summary>
    public static SizeExercise Size { get; } = new();

    /// <summary>Which description belongs to which term.</summary>
    public static TermsExercise Terms { get; } = new();

    /// <summary>How a CNN comes to its answer, step by step.</summary>
    public static OrderExercise Order { get; } = new();

    /// <summary>How many parameters the layers of a CNN have.</summary>
    public static CountExercise Count { get; } = new();

    /// <summary>A CNN to be built.</summary>
    public static BuildExercise Build { get; } = new();

    /// <summary>What tells a CNN from a fully connected network.</summary>
    public static CompareExercise Compare { get; } = new();
}
