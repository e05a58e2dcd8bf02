using System.Text;

namespace CourseCnn.Lab.Jupyter.Crash;

/// <summary>Passes on what a process writes to standard error, and remembers the end of it.</summary>
sealed class LastWords
{
    const int Most = 1 << 18;
    static readonly TimeSpan patience = TimeSpan.FromMilliseconds(300);

    readonly Thread reading;
    readonly MemoryStream words = new();

    public LastWords(Stream errors)
    {
        reading = new Thread(() => Read(errors)) { IsBackground = true };
        reading.Start();
    }

    /// <summary>The end of what was written, when there is no more; children of the process may hold the pipe open, so not for ever.</summary>
    public string Take()
    {
        reading.Join(patience);
        lock (words)
            return Encoding.UTF8.GetString(words.ToArray());
    }

    void Read(Stream errors)
    {
        using var elsewhere = Console.OpenStandardError();
        var buffer = new byte[4096];
        while (errors.Read(buffer) is > 0 and var count)
        {
            elsewhere.Write(buffer, 0, count);
            lock (words)
            {
                if (words.Length > Most)
                    words.SetLength(0);
                words.Write(buffer, 0, count);
            }
        }
    }
}
