using System.Globalization;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>
/// A CNN to be built: for grey pictures of 28 x 28 pixels, with at least two convolutional layers and one pooling layer, ten scores at the
/// end, and at most 5,000 parameters.
/// </summary>
public sealed class BuildExercise : Exercise
{
    const int MostParameters = 5_000;
    static readonly Shape input = (1, 28, 28);

    internal BuildExercise()
        : base(
            "Build",
            "Begin with Conv2d(1, 4, kernelSize: 3, padding: 1), ReLU and MaxPool2d(2): four maps of 14 x 14 are left. "
            + "After a second round of that kind, multiply channels, height and width to find how many numbers Linear gets.",
            "new Sequential(new Conv2d(1, 4, 3, padding: 1), new ReLU(), new MaxPool2d(2), "
            + "new Conv2d(4, 8, 3, padding: 1), new ReLU(), new MaxPool2d(2), "
            + "new Flatten(), new Linear(8 * 7 * 7, 10)) has 4,266 parameters.")
    {
    }

    /// <summary>Checks a model by running it and by looking at its layers.</summary>
    /// <param name="model">The model; null while there is none.</param>
    public Feedback Check(Module? model)
    {
        var modules = model?.Modules() ?? [];
        if (model is null || model is Sequential { Count: 0 })
            return Open("Put your layers into the Sequential.");
        if (Scores(model) is { } complaint)
            return Wrong(complaint);

        var convolutions = modules.OfType<Conv2d>().Count();
        var parameters = model.Parameters().Sum(parameter => parameter.Count);
        List<string> why = [];
        if (convolutions < 2)
            why.Add($"It has {CodeText.Plural(convolutions, "convolutional layer")}; at least two are asked for.");
        if (!modules.Any(module => module is MaxPool2d or AvgPool2d or AdaptiveAvgPool2d))
            why.Add("It has no pooling layer.");
        if (parameters > MostParameters)
            why.Add(
                $"It has {Text(parameters)} parameters; at most {Text(MostParameters)} are allowed. "
                + $"Summary(model, {input}) shows where they are.");
        return why.Count > 0
            ? Wrong(why)
            : Right(
                $"{CodeText.Plural(convolutions, "convolutional layer")}, ten scores, {Text(parameters)} parameters: a CNN of your own.");
    }

    /// <summary>Whether pictures become ten scores each; what is wrong if not.</summary>
    static string? Scores(Module model)
    {
        try
        {
            var shape = model.Call(Tensor.Zeros((2, 1, 28, 28))).Shape;
            return shape == (2, 10) ? null : $"Two pictures became shape {shape}; with ten scores each it would be (2, 10).";
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
