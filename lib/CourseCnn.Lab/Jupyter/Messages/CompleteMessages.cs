using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>What a word may become: <c>complete_request</c>.</summary>
sealed class CompleteMessages(IInteractiveSession session)
{
    public async Task AnswerAsync(Request request)
    {
        var code = request.Message.Text("code") ?? "";
        var position = CodePoints.ToIndex(code, request.Message.Number("cursor_pos"));
        var list = await session.CompleteAsync(code, position);

        var (start, end) = (CodePoints.FromIndex(code, list.Start), CodePoints.FromIndex(code, list.End));
        request.ReplyOk(new()
        {
            ["matches"] = new JsonArray([.. list.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. list.Items.Select(item => new JsonObject
                {
                    ["start"] = start,
                    ["end"] = end,
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                })]),
            },
        });
    }
}
