using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using CourseCnn.Session.Running;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>
/// Reads a value and what is within it, level by level, so that what is left out is what lies deepest. Reading runs a learner's code, which
/// may take for ever, so it has a thread of its own; one that takes too long is stopped, or left behind, and another one goes on.
/// </summary>
sealed class ValueWalk
{
    /// <summary>How often the reading thread is looked at.</summary>
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(100);

    /// <summary>As much as a thread of a cell has.</summary>
    const int StackSize = 16 << 20;

    readonly Lock gate = new();
    readonly Queue<Part> waiting = [];
    readonly PartMaker maker;
    readonly Stopwatch watch = Stopwatch.StartNew();
    readonly CancellationToken stop = CellContext.Current?.Stop ?? CancellationToken.None;

    /// <summary>Holds the value; it is not shown.</summary>
    readonly Part root;

    /// <summary>Whose parts are being read.</summary>
    Part current;
    Member? reading;
    TimeSpan since;
    int parts;

    /// <summary>Which thread reads; what those left behind still find does not count.</summary>
    int turn;
    Exception? failure;
    string? note;

    ValueWalk(object? value, string? expression)
    {
        maker = new PartMaker(expression);
        current = root = new Part(null, value) { Members = [Member.One("", self => self)] };
    }

    /// <summary>Reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="expression">What a learner wrote for it, if that is known.</param>
    public static Part Read(object? value, string? expression)
    {
        if (PartMaker.Simple(null, value) is { } simple)
            return simple;
        var walk = new ValueWalk(value, expression);
        while (walk.IsCutShort())
        {
            // Another thread goes on with what comes next.
        }

        walk.stop.ThrowIfCancellationRequested();
        if (walk.failure is not null)
            ExceptionDispatchInfo.Throw(walk.failure);
        var top = walk.root.Parts[0].Part;
        top.Note = walk.note;
        return top;
    }

    /// <summary>Reads on a new thread; whether that was cut short with something left to read.</summary>
    bool IsCutShort()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var cell = CellContext.Current is { } current ? new CellContext(current.Output, stop: cancel.Token) : null;
        var own = ++turn;
        var thread = new Thread(() => Work(cell, own), StackSize) { IsBackground = true, Name = "showing a value" };
        lock (gate)
            since = watch.Elapsed;
        thread.Start();
        while (!thread.Join(look))
        {
            stop.ThrowIfCancellationRequested();
            if (IsLate())
            {
                cancel.Cancel();
                using (StopSignal.Raise(cell))
                {
                    thread.Interrupt();
                    thread.Join(look);
                }

                return note is null;
            }
        }

        return false;
    }

    /// <summary>Whether reading takes too long; then that is said, and the thread's turn is over.</summary>
    bool IsLate()
    {
        lock (gate)
        {
            var (now, slow) = (watch.Elapsed, reading);
            if (slow is null || (now - since < slow.Limit && now < Limits.All))
                return false;
            turn++;
            var what = $"took longer than {Seconds(now < Limits.All ? slow.Limit : now - since)}";
            if (slow.Name.Length > 0 || current == root)
                current.Parts.Add((slow.Name, Part.Leaf(current, $"({what})")));
            else
                current.LeftOut = $"(the next one {what})";
            if (now >= Limits.All)
                note = $"The rest is not shown: to read the value takes longer than {Seconds(Limits.All)}.";
            return true;
        }
    }

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, time.TotalSeconds):N0} s");

    void Work(CellContext? cell, int own)
    {
        if (cell is not null)
            CellContext.Current = cell;
        while (Next(own) is { } member)
        {
            var owner = current;
            try
            {
                foreach (var (name, value) in member.Read(owner))
                {
                    var part = maker.Make(owner == root ? null : owner, value);
                    if (!Add(own, owner, name, part))
                        return;
                }
            }
            catch (Exception exception)
            {
                if (!Fail(own, owner, member, exception))
                    return;
            }
        }
    }

    /// <summary>What is to be read next; null at the end.</summary>
    Member? Next(int own)
    {
        lock (gate)
        {
            if (own != turn || note is not null)
                return reading = null;
            while (current.Read == current.Members.Count)
                if (!waiting.TryDequeue(out current!))
                {
                    current = root;
                    return reading = null;
                }

            since = watch.Elapsed;
            return reading = current.Members[current.Read++];
        }
    }

    bool Add(int own, Part owner, string name, Part part)
    {
        lock (gate)
        {
            if (own != turn)
                return false;
            owner.Parts.Add((name, part));
            since = watch.Elapsed;
            if (part.Members.Count > 0 && part.Depth < Limits.Depth)
                waiting.Enqueue(part);
            if (++parts < Limits.Parts)
                return true;
            note = string.Create(
                CultureInfo.InvariantCulture, $"The rest is not shown: the value has more than {Limits.Parts:N0} parts.");
            owner.LeftOut ??= "…";
            return false;
        }
    }

    /// <summary>Says what a property threw. A sequence that is the value itself fails as its cell does.</summary>
    bool Fail(int own, Part owner, Member member, Exception exception)
    {
        lock (gate)
        {
            if (own != turn)
                return false;
            var what = Thrown.Text(exception);
            if (owner == root || (owner == root.Parts[0].Part && member.Name.Length == 0))
                failure = exception;
            else if (member.Name.Length > 0)
                owner.Parts.Add((member.Name, Part.Leaf(owner, $"({what})")));
            else
                owner.LeftOut = $"(the next one {what})";
            return failure is null;
        }
    }
}
