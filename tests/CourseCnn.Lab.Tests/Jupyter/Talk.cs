using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>What came of one request: its reply, and what everybody was told because of it, from busy to idle.</summary>
sealed record Talk(Heard Reply, IReadOnlyList<Heard> Told)
{
    /// <summary>
    /// The order of what was told, for example <c>busy execute_input stream execute_result idle</c>; streams in a row are one.
    /// </summary>
    public string Order =>
        string.Join(' ', Told.Select(heard => heard.Word).Where((word, i) => word != "stream" || i == 0 || Told[i - 1].Word != "stream"));

    public string? Status => Reply.Text("status");

    public JsonNode Content => Reply.Content;

    /// <summary>All text of a stream.</summary>
    public string Text(string stream = "stdout") =>
        string.Concat(Told.Where(heard => heard.Type == "stream" && heard.Text("name") == stream).Select(heard => heard.Text("text")));

    /// <summary>The only message of that type.</summary>
    public Heard One(string type) => Assert.Single(Told, heard => heard.Type == type);

    /// <summary>The value of the cell as plain text.</summary>
    public string? Value => (string?)One("execute_result").Content["data"]!["text/plain"];
}
