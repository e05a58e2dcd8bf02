using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.History;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>What was run before: <c>history_request</c>.</summary>
sealed class HistoryMessages(HistoryLog history)
{
    const int UsualCount = 10;

    public void Answer(Request request)
    {
        var asked = request.Message;
        var entries = asked.Text("hist_access_type") switch
        {
            "range" => history.Range(asked.Number("session") ?? 0, asked.Number("start") ?? 0, asked.Number("stop")),
            "search" => history.Search(asked.Text("pattern") ?? "*", asked.Number("n"), asked.Flag("unique")),
            _ => history.Tail(asked.Number("n") ?? UsualCount),
        };
        var withOutput = asked.Flag("output");
        request.ReplyOk(new()
        {
            ["history"] = new JsonArray([.. entries.Select(entry => new JsonArray(
                entry.Session, entry.Line, withOutput ? new JsonArray(entry.Input, entry.Output) : entry.Input))]),
        });
    }
}
