using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>Whether code is ready to run: <c>is_complete_request</c>.</summary>
sealed class IsCompleteMessages(IInteractiveSession session)
{
    public async Task AnswerAsync(Request request)
    {
        var judged = await session.JudgeAsync(request.Message.Text("code") ?? "");
        var reply = new JsonObject { ["status"] = judged.State.ToString().ToLowerInvariant() };
        if (judged.State == CodeState.Incomplete)
            reply["indent"] = judged.Indent;
        request.Reply(reply);
    }
}
