namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>Answers what must not wait for a running cell: <c>interrupt_request</c>, <c>shutdown_request</c>.</summary>
sealed class ControlMessages(Action interrupt, Action<Request> shutdown, Action<string> log)
{
    public void Receive(Request request)
    {
        Action<Request>? handler = request.Message.Type switch
        {
            "kernel_info_request" => KernelInfoMessages.Answer,
            "interrupt_request" => Interrupt,
            "shutdown_request" => shutdown,
            _ => null,
        };
        if (handler is null)
        {
            log($"A message of the unknown type {request.Message.Type} was left alone.");
            return;
        }

        request.PublishStatus("busy");
        handler(request);
        request.PublishStatus("idle");
    }

    void Interrupt(Request request)
    {
        interrupt();
        request.ReplyOk();
    }
}
