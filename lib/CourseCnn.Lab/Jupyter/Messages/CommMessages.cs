using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>
/// What pages say by comms: <c>comm_open</c>, <c>comm_msg</c>, <c>comm_close</c>, and the question which there are:
/// <c>comm_info_request</c>.
/// </summary>
sealed class CommMessages(IInteractiveSession session)
{
    public async Task AnswerInfoAsync(Request request)
    {
        var target = request.Message.Text("target_name");
        var comms = (await session.OpenCommsAsync()).Where(comm => target is null || comm.Value == target)
            .Select(comm => KeyValuePair.Create(comm.Key, (JsonNode?)new JsonObject { ["target_name"] = comm.Value }));
        request.ReplyOk(new() { ["comms"] = new JsonObject(comms) });
    }

    /// <summary>Runs what the cell wants to happen; what that shows, and what goes wrong in it, belongs to the message.</summary>
    public async Task ReceiveAsync(Request request, CancellationToken stop)
    {
        var asked = request.Message;
        var kind = asked.Type switch { "comm_open" => CommKind.Open, "comm_close" => CommKind.Close, _ => CommKind.Say };
        var data = asked.Content.TryGetProperty("data", out var given) ? given.GetRawText() : "null";
        var output = new CellOutput(request);
        await session.ReceiveAsync(new(kind, asked.Text("comm_id") ?? "", asked.Text("target_name"), data), output, stop);
        output.End();
    }
}
