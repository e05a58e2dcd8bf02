using System.Text.Json;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Summaries;

public class SummaryReferenceTests
{
    static readonly JsonElement Cases = Reference.Read("summary.json");

    public static TheoryData<int, string> All =>
        [.. Cases.EnumerateArray().Select((answer, i) => (i, $"{answer.GetProperty("model")} {answer.GetProperty("options")}"))];

    [Theory, MemberData(nameof(All))]
    public void A_table_agrees_with_torch_summary_to_the_byte(int i, string name)
    {
        var answer = Cases[i];
        Assert.NotEmpty(name);
        var options = answer.GetProperty("options").EnumerateObject().ToDictionary(option => option.Name, option => option.Value);
        var summary = Plots.Summary(
            Models.Named(answer.GetProperty("model").GetString()!),
            answer.GetProperty("input").Ints(),
            depth: options.Remove("depth", out var depth) ? depth.GetInt32() : 3,
            columns: options.Remove("col_names", out var columns) ? [.. columns.EnumerateArray().Select(Column)] : null,
            columnWidth: options.Remove("col_width", out var width) ? width.GetInt32() : 25,
            branching: !options.Remove("branching", out var branching) || branching.GetBoolean());
        Assert.Empty(options);
        Assert.Equal(answer.GetProperty("table").GetString(), summary.ToString());
    }

    static SummaryColumn Column(JsonElement name) => name.GetString() switch
    {
        "input_size" => SummaryColumn.InputSize,
        "output_size" => SummaryColumn.OutputSize,
        "num_params" => SummaryColumn.NumParams,
        "kernel_size" => SummaryColumn.KernelSize,
        "mult_adds" => SummaryColumn.MultAdds,
        var other => throw new NotSupportedException($"No column is called {other} here."),
    };
}
