using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>What a name means: <c>inspect_request</c>.</summary>
sealed class InspectMessages(IInteractiveSession session)
{
    public async Task AnswerAsync(Request request)
    {
        var code = request.Message.Text("code") ?? "";
        var position = CodePoints.ToIndex(code, request.Message.Number("cursor_pos"));
        var found = await session.InspectAsync(code, position, detailed: request.Message.Number("detail_level") is > 0);
        request.ReplyOk(new()
        {
            ["found"] = found is not null,
            ["data"] = found is null ? [] : Data(found),
            ["metadata"] = new JsonObject(),
        });
    }

    public static JsonObject Data(Inspection found) => new() { [MimeTypes.Text] = found.Text, [MimeTypes.Markdown] = found.Markdown };
}
