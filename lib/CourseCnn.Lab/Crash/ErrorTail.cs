using System.Text;

namespace CourseCnn.Lab.Crash;

/// <summary>Remembers the end of what a process writes to standard error, and may pass it on.</summary>
sealed class ErrorTail
{
    const int Most = 1 << 18;
    static readonly TimeSpan patience = TimeSpan.FromMilliseconds(300);

    readonly Thread reading;
    readonly MemoryStream tail = new();

    /// <param name="errors">The end of a pipe.</param>
    /// <param name="elsewhere">Where to pass it on to, or null for nowhere.</param>
    public ErrorTail(Stream errors, Stream? elsewhere)
    {
        reading = new Thread(() => Read(errors, elsewhere)) { IsBackground = true };
        reading.Start();
    }

    /// <summary>
    /// The end of what was written, when there is no more; children of the process may hold the pipe open, so not for ever.
    /// </summary>
    public string Take()
    {
        reading.Join(patience);
        lock (tail)
            return Encoding.UTF8.GetString(tail.ToArray());
    }

    void Read(Stream errors, Stream? elsewhere)
    {
        var buffer = new byte[4096];
        while (errors.Read(buffer) is > 0 and var count)
        {
            elsewhere?.Write(buffer, 0, count);
            lock (tail)
            {
                if (tail.Length > Most)
                    Shorten();
                tail.Write(buffer, 0, count);
            }
        }
    }

    /// <summary>
    /// Keeps where the runtime began to say why it ends: the frames of a stack overflow may go on for longer than is kept.
    /// </summary>
    void Shorten()
    {
        var bytes = tail.ToArray();
        var start = bytes.AsSpan().LastIndexOf("Stack overflow."u8);
        tail.SetLength(0);
        if (start >= 0)
            tail.Write(bytes, start, Math.Min(Most / 2, bytes.Length - start));
    }
}
