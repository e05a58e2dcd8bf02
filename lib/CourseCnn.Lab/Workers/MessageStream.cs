using System.Runtime.InteropServices;
using System.Text;

namespace CourseCnn.Lab.Workers;

/// <summary>Messages on a pipe's two ends. Text goes as .NET keeps it, so that halves of characters come through, too.</summary>
sealed class MessageStream(Stream reading, Stream writing) : IDisposable
{
    readonly Lock gate = new();
    readonly BinaryReader reader = new(new BufferedStream(reading, 1 << 16), Encoding.Unicode);
    readonly BinaryWriter writer = new(new BufferedStream(writing, 1 << 16), Encoding.Unicode);

    /// <returns>False where nobody is at the other end any more.</returns>
    internal bool Send(Message message)
    {
        lock (gate)
        {
            try
            {
                writer.Write((byte)message.Kind);
                writer.Write(message.Number);
                writer.Write(message.Parts.Count);
                foreach (var part in message.Parts)
                    Write(part);
                writer.Flush();
                return true;
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    /// <summary>Waits for the next message; null where there will be none.</summary>
    internal Message? Receive()
    {
        try
        {
            var kind = (MessageKind)reader.ReadByte();
            var number = reader.ReadInt32();
            var parts = new string?[reader.ReadInt32()];
            for (var i = 0; i < parts.Length; i++)
                parts[i] = Read();
            return new Message(kind, number, parts);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        reading.Dispose();
        writing.Dispose();
    }

    void Write(string? part)
    {
        writer.Write(part?.Length ?? -1);
        if (part is not null)
            writer.Write(MemoryMarshal.AsBytes(part.AsSpan()));
    }

    string? Read()
    {
        var length = reader.ReadInt32();
        return length < 0 ? null : string.Create(length, reader, static (text, reader) =>
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(text)));
    }
}
