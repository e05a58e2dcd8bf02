namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>The signatures of the latest messages, so that one that is sent again, by whoever overheard it, is noticed.</summary>
sealed class SeenSignatures
{
    /// <summary>As many as Jupyter's own client remembers.</summary>
    const int Most = 1 << 16;

    readonly Lock gate = new();
    readonly HashSet<string> known = [];
    readonly Queue<string> oldestFirst = new();

    /// <summary>False if it was there before.</summary>
    public bool Add(byte[] signature)
    {
        var text = Convert.ToBase64String(signature);
        lock (gate)
        {
            if (!known.Add(text))
                return false;
            oldestFirst.Enqueue(text);
            if (oldestFirst.Count > Most)
                known.Remove(oldestFirst.Dequeue());
            return true;
        }
    }
}
