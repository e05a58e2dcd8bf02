using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseCnn.Lab.Jupyter.History;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>Runs cells: <c>execute_request</c>.</summary>
/// <param name="session">Where they run.</param>
/// <param name="input">Where they ask.</param>
/// <param name="history">Where they are noted.</param>
/// <param name="abortOthers">Called when a cell has failed and those that wait behind it are not to be run.</param>
sealed partial class ExecuteMessages(IInteractiveSession session, InputMessages input, HistoryLog history, Func<Task> abortOthers)
{
    int count;

    /// <summary>Runs the cell of a request, until its end or until it is stopped.</summary>
    public async Task RunAsync(Request request, CancellationToken stop)
    {
        var asked = request.Message;
        var code = asked.Text("code") ?? "";
        var silent = asked.Flag("silent");
        var stored = !silent && asked.Flag("store_history", otherwise: true);
        if (stored)
            count++;
        if (!silent)
            request.Publish("execute_input", new() { ["code"] = code, ["execution_count"] = count });

        var output = new CellOutput(request);
        if (HelpQuestion().Match(code) is { Success: true } question)
            await HelpAsync(request, question.Groups["name"].Value);
        else
            await RunAsync(request, code, output, silent, stored, stop);
    }

    /// <summary>Does not run the cell of a request: one before it failed.</summary>
    public static void Abort(Request request) => request.Reply(new() { ["status"] = "aborted" });

    async Task RunAsync(Request request, string code, CellOutput output, bool silent, bool stored, CancellationToken cancellation)
    {
        var cell = new CellRequest(code)
        {
            Name = FormattableString.Invariant($"cell {count}"),
            Input = request.Message.Flag("allow_stdin", otherwise: true) ? input.For(request, output) : null,
        };
        ICellOutput shown = silent ? new NoOutput() : output;
        var result = await session.RunAsync(cell, shown, cancellation);
        output.End();
        if (stored)
            history.Add(count, code, result.Value?[MimeTypes.Text]);

        if (result.Error is { } error)
        {
            var content = ErrorContent(error);
            if (!silent)
                request.Publish("error", content.DeepClone().AsObject());
            content["status"] = "error";
            content["execution_count"] = count;
            if (request.Message.Flag("stop_on_error", otherwise: true))
                await abortOthers();
            request.Reply(content);
            return;
        }

        if (result.Value is { } value && !silent)
            request.Publish(
                "execute_result", new() { ["execution_count"] = count, ["data"] = MimeData.Of(value), ["metadata"] = new JsonObject() });
        var reply = Result([]);
        reply["user_expressions"] = await EvaluateAsync(request.Message.Object("user_expressions"), shown, cancellation);
        output.End();
        request.ReplyOk(reply);
    }

    async Task<JsonObject> EvaluateAsync(JsonElement expressions, ICellOutput output, CancellationToken cancellation)
    {
        var values = new JsonObject();
        foreach (var expression in expressions.EnumerateObject())
        {
            var code = expression.Value.ValueKind == JsonValueKind.String ? expression.Value.GetString()! : "";
            var result = await session.RunAsync(new CellRequest(code) { Name = $"expression {expression.Name}" }, output, cancellation);
            values[expression.Name] = result switch
            {
                { Error: { } error } => ErrorContent(error, "error"),
                { Value: { } value } =>
                    new JsonObject { ["status"] = "ok", ["data"] = MimeData.Of(value), ["metadata"] = new JsonObject() },
                _ => new JsonObject { ["status"] = "ok", ["data"] = new JsonObject(), ["metadata"] = new JsonObject() },
            };
        }

        return values;
    }

    /// <summary><c>Conv2d?</c> shows what Conv2d is, in the client's pager.</summary>
    async Task HelpAsync(Request request, string name)
    {
        var found = await session.InspectAsync(name, name.Length, detailed: true);
        var data = found is null
            ? new JsonObject { [MimeTypes.Text] = $"There is nothing called {name} here." }
            : InspectMessages.Data(found);
        request.ReplyOk(Result(new JsonArray(new JsonObject { ["source"] = "page", ["data"] = data, ["start"] = 0 })));
    }

    JsonObject Result(JsonArray payload) => new()
    {
        ["execution_count"] = count,
        ["payload"] = payload,
        ["user_expressions"] = new JsonObject(),
    };

    static JsonObject ErrorContent(CellError error, string? status = null)
    {
        var content = new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["traceback"] = new JsonArray([.. ColouredTraceback.Of(error).Select(line => (JsonNode)line)]),
        };
        if (status is not null)
            content["status"] = status;
        return content;
    }

    [GeneratedRegex(@"^\s*(?<name>@?\w+(\.\w+)*)\s*\?\s*$")]
    private static partial Regex HelpQuestion();
}
