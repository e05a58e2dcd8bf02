using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Comms;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Running;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>
/// What pages say by comms: <c>comm_open</c>, <c>comm_msg</c>, <c>comm_close</c>, and the question which there are:
/// <c>comm_info_request</c>.
/// </summary>
sealed class CommMessages(CommRegistry comms)
{
    public void AnswerInfo(Request request)
    {
        var opened = comms.Opened(request.Message.Text("target_name"))
            .Select(comm => KeyValuePair.Create(comm.Id, (JsonNode?)new JsonObject { ["target_name"] = comm.Target }));
        request.ReplyOk(new() { ["comms"] = new JsonObject(opened) });
    }

    /// <summary>Runs what the cell wants to happen; what that shows, and what goes wrong in it, belongs to the message.</summary>
    public async Task ReceiveAsync(Request request, CancellationToken stop)
    {
        var output = new CellOutput(request);
        CellContext.Current = new CellContext(output, stop: stop);
        try
        {
            await new StoppableExecution(stop).RunAsync(() =>
            {
                Receive(request.Message.Type, request.Message.Text("comm_id") ?? "", request);
                return Task.FromResult(true);
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            output.Write(OutputStream.Error, $"What the page had asked for was stopped before its end.{Environment.NewLine}");
        }
        catch (Exception error)
        {
            UnobservedExceptions.Tell(error);
        }

        output.End();
    }

    void Receive(string type, string id, Request request)
    {
        var data = request.Message.Content.TryGetProperty("data", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        if (type == "comm_open")
            comms.OpenFromPage(id, request.Message.Text("target_name") ?? "", data);
        else if (type == "comm_msg")
            comms.Find(id)?.Receive(data);
        else
            comms.CloseFromPage(id, data);
    }
}
