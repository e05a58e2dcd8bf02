using System.Text.Json;

namespace CourseCnn.Lab.Tests;

/// <summary>Small notebooks written by a test.</summary>
static class NotebookText
{
    /// <summary>A notebook of these code cells, never run.</summary>
    internal static string Of(params string[] sources)
    {
        var cells = sources.Select(source =>
            $$"""{"cell_type": "code", "metadata": {}, "outputs": [], "source": {{JsonSerializer.Serialize(source)}}}""");
        return $$"""{"cells": [{{string.Join(',', cells)}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}""";
    }
}
