using CourseCnn.Display;
using CourseCnn.Modules.Observing;
using CourseCnn.Summaries;

namespace CourseCnn;

/// <summary>
/// What a model consists of, found out by running it once: a table of its layers with their output shapes and numbers of parameters,
/// as torch-summary prints it for PyTorch, and the numbers themselves.
/// </summary>
[TypeFormatterSource(typeof(SummaryFormatterSource), PreferredMimeTypes = [MimeTypes.Text, MimeTypes.Html])]
public sealed class ModelSummary
{
    /// <summary>A batch of two, as torch-summary runs it: a model that forgets the batch shows it.</summary>
    const int Batch = 2;

    /// <summary>All rows: those in the table, and the ones a level deeper, which torch-summary counts too.</summary>
    readonly IReadOnlyList<SummaryRow> counted;

    ModelSummary(Module model, CallRecorder recorder, Shape inputSize, SummaryOptions options)
    {
        (counted, Options) = (recorder.Rows, options);
        Rows = [.. counted.Where(row => row.Depth <= options.Depth)];
        var count = new ParameterCount(model, Rows, options.Depth, recorder.Called);
        (TotalParams, TrainableParams, Note) = (count.Total, count.Trainable, count.Note);
        TotalMultAdds = counted.Sum(row => row.MultAdds);
        TrueMultAdds = recorder.TrueMultAdds;
        InputSize = Megabytes(inputSize.Count);
        var layers = counted.Where(row => row is { IsRecursive: false, IsLeaf: true, NumParams: > 0 });
        ForwardBackwardSize = Megabytes(2 * layers.Sum(OutputCount));
        ParamsSize = Megabytes(TotalParams);
    }

    /// <summary>The calls of layers, in order, as the table shows them.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>How many parameters the model has, each counted once, whether its layer was called or not.</summary>
    public long TotalParams { get; }

    /// <summary>How many of them training changes.</summary>
    public long TrainableParams { get; }

    /// <summary>How many of them are frozen.</summary>
    public long NonTrainableParams => TotalParams - TrainableParams;

    /// <summary>Multiplications and additions as torch-summary counts them: containers' weights once more than their layers do.</summary>
    public long TotalMultAdds { get; }

    /// <summary>Multiplications and additions that the layers really do for one input.</summary>
    public long TrueMultAdds { get; }

    /// <summary>What one input takes, in megabytes.</summary>
    public double InputSize { get; }

    /// <summary>What the outputs of the layers with parameters and their gradients take for one input, in megabytes.</summary>
    public double ForwardBackwardSize { get; }

    /// <summary>What the parameters take, in megabytes.</summary>
    public double ParamsSize { get; }

    /// <summary>The sum of the three sizes, in megabytes.</summary>
    public double EstimatedTotalSize => InputSize + ForwardBackwardSize + ParamsSize;

    internal SummaryOptions Options { get; }

    /// <summary>What torch-summary counts otherwise, and why; null where it agrees.</summary>
    internal string? Note { get; }

    /// <summary>How wide the names are with the branches before them.</summary>
    internal int LongestName => counted.Select(row => row.Name.Length + 5 * row.Depth + 1).DefaultIfEmpty().Max();

    /// <summary>The table as torch-summary prints it.</summary>
    public override string ToString() => SummaryTable.Text(this);

    /// <summary>Runs the model on zeros, in evaluation mode, and records what happens.</summary>
    internal static ModelSummary Of(Module model, Shape inputSize, SummaryOptions options)
    {
        options.Check();
        var recorder = new CallRecorder(model, options.Depth + 1);
        var shape = new Shape([Batch, .. inputSize]);
        var training = model.Modules().Where(module => module.Training).ToList();
        model.Eval();
        try
        {
            CallObserver.Observe(recorder, () => model.Call(Tensor.Zeros(shape)));
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException(
                $"{error.Message} Summary ran the model on a batch of {Batch}, shape {shape}, made from the input size {inputSize}, "
                + "which is one input's, without the batch.",
                error);
        }
        finally
        {
            foreach (var module in training)
                module.SetTraining();
        }

        return new ModelSummary(model, recorder, inputSize, options);
    }

    static long OutputCount(SummaryRow row) => row.OutputSize.Aggregate(1L, (count, size) => count * Math.Abs(size));

    static double Megabytes(long floats) => floats * 4 / (1024.0 * 1024.0);
}
