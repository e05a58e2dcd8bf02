using System.Text.Json;

namespace CourseCnn.Benchmarks.Reports;

/// <summary>The report for programs.</summary>
static class JsonReport
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static string Write(Report report) => JsonSerializer.Serialize(report, Options);
}
