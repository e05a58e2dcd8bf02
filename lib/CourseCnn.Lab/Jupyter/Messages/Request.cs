using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>A client's message and what is said in answer to it.</summary>
sealed class Request(Sockets sockets, Channel channel, Message message)
{
    public Message Message => message;

    /// <summary>Answers whoever asked. The answer to <c>x_request</c> is of type <c>x_reply</c>.</summary>
    public void Reply(JsonObject content) =>
        sockets.Answer(
            channel, message, new(message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, message.Header));

    /// <summary>Answers that all went well, with what there is to tell.</summary>
    public void ReplyOk(JsonObject? content = null)
    {
        content ??= [];
        content["status"] = "ok";
        Reply(content);
    }

    /// <summary>Tells everybody something that comes of the message.</summary>
    public void Publish(string type, JsonObject content, JsonObject? metadata = null) =>
        sockets.Publish(new(type, content, message.Header) { Metadata = metadata });

    /// <summary>Tells everybody whether the kernel is at work on the message.</summary>
    public void PublishStatus(string state) => Publish("status", new() { ["execution_state"] = state });

    /// <summary>Asks the person who sent the message.</summary>
    public void Ask(string type, JsonObject content) => sockets.Ask(message, new(type, content, message.Header));
}
