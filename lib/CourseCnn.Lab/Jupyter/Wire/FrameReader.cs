using NetMQ;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>Takes messages off a socket. One that is far larger than any client sends is read to its end but not kept.</summary>
static class FrameReader
{
    /// <summary>What one frame may hold; a connection that sends more is closed by the socket.</summary>
    public const int MostBytesInFrame = 64 << 20;

    const int MostBytes = 256 << 20;
    const int MostFrames = 1_000;

    /// <summary>The next message's frames; no frames where it was too large. False when nothing is waiting.</summary>
    public static bool TryRead(NetMQSocket socket, out IReadOnlyList<byte[]> frames)
    {
        frames = [];
        if (!socket.TryReceiveFrameBytes(out var frame, out var more))
            return false;

        var kept = new List<byte[]> { frame };
        var bytes = (long)frame.Length;
        while (more && socket.TryReceiveFrameBytes(out frame, out more))
        {
            bytes += frame.Length;
            if (bytes <= MostBytes && kept.Count <= MostFrames)
                kept.Add(frame);
        }

        if (bytes <= MostBytes && kept.Count <= MostFrames)
            frames = kept;
        return true;
    }
}
