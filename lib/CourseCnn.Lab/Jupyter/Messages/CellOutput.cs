using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Jupyter.Messages;

/// <summary>
/// Publishes what a cell shows, also after its end. Text is gathered for a moment, so that a loop of small writes is few messages;
/// of a cell that prints without end only the beginning is sent.
/// </summary>
sealed class CellOutput : ICellOutput
{
    /// <summary>Text that no reader gets through; more would only make the page slow.</summary>
    public const int MostText = 10_000_000;

    const int Enough = 1 << 15;
    static readonly TimeSpan moment = TimeSpan.FromMilliseconds(20);

    readonly Lock gate = new();
    readonly Request request;
    readonly StringBuilder gathered = new();
    readonly Timer timer;
    OutputStream stream;
    int sent;
    long dropped;

    public CellOutput(Request request)
    {
        this.request = request;
        timer = new Timer(_ => Flush());
    }

    public void Write(OutputStream stream, string text)
    {
        lock (gate)
        {
            if (stream != this.stream)
                Send(all: true);
            this.stream = stream;

            var room = Math.Min(text.Length, MostText - sent - gathered.Length);
            if (gathered.Length == 0 && room > 0)
                timer.Change(moment, Timeout.InfiniteTimeSpan);
            gathered.Append(text, 0, room);
            if (gathered.Length >= Enough)
                Send(all: false);
            if (room < text.Length)
                Drop(text.Length - room);
        }
    }

    public void Display(MimeBundle data, string displayId) => Publish("display_data", data, displayId);

    public void UpdateDisplay(MimeBundle data, string displayId) => Publish("update_display_data", data, displayId);

    public void Clear(bool waitForNext)
    {
        lock (gate)
        {
            Publish("clear_output", new() { ["wait"] = waitForNext });
            sent = 0;
        }
    }

    /// <summary>Somebody shows it.</summary>
    public bool HasPage => true;

    public void Say(CommMessage message)
    {
        var content = new JsonObject { ["comm_id"] = message.Id, ["data"] = JsonNode.Parse(message.Data) };
        if (message.Kind == CommKind.Open)
            content["target_name"] = message.Target;
        Publish(message.Kind switch { CommKind.Open => "comm_open", CommKind.Close => "comm_close", _ => "comm_msg" }, content);
    }

    /// <summary>Publishes what a cell says by other means than text and values, in its place among them.</summary>
    public void Publish(string type, JsonObject content)
    {
        lock (gate)
        {
            Send(all: true);
            request.Publish(type, content);
        }
    }

    /// <summary>Publishes the text gathered so far.</summary>
    public void Flush()
    {
        lock (gate)
            Send(all: true);
    }

    /// <summary>The cell has ended: all its text is published, and a note of what was not.</summary>
    public void End()
    {
        lock (gate)
        {
            Send(all: true);
            if (dropped > 0)
                PublishText("stderr", string.Create(CultureInfo.InvariantCulture, $"… {dropped:N0} characters were not shown.\n"));
            dropped = 0;
        }
    }

    /// <summary>Takes what stands on the last line back, unless it is published already: it becomes a question's prompt.</summary>
    public string TakeUnfinishedLine()
    {
        lock (gate)
        {
            if (stream != OutputStream.Out)
                return "";
            var text = gathered.ToString();
            var start = text.LastIndexOf('\n') + 1;
            gathered.Length = start;
            return text[start..];
        }
    }

    void Publish(string type, MimeBundle data, string displayId) => Publish(type, new()
    {
        ["data"] = MimeData.Of(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = displayId },
    });

    void Drop(int length)
    {
        if (dropped == 0)
        {
            Send(all: true);
            PublishText("stderr", string.Create(CultureInfo.InvariantCulture,
                $"\n… cut here: of what a cell writes, {MostText:N0} characters are shown.\n"));
        }

        dropped += length;
    }

    void Send(bool all)
    {
        // Half of a pair of surrogates is no text: it waits for the other half.
        var length = gathered.Length;
        if (!all && length > 0 && char.IsHighSurrogate(gathered[length - 1]))
            length--;
        if (length == 0)
            return;
        PublishText(stream == OutputStream.Out ? "stdout" : "stderr", gathered.ToString(0, length));
        gathered.Remove(0, length);
        sent += length;
    }

    void PublishText(string name, string text) => request.Publish("stream", new() { ["name"] = name, ["text"] = text });
}
