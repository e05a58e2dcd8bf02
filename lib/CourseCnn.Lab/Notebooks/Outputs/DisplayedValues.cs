using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>The values that a notebook's cells have shown so far, by display id: a later cell may change an earlier one's.</summary>
sealed class DisplayedValues
{
    readonly Dictionary<string, List<DisplayOutput>> byId = [];

    /// <summary>Guards all outputs of one notebook: cells write from any thread.</summary>
    internal Lock Gate { get; } = new();

    internal void Add(string displayId, DisplayOutput output)
    {
        lock (Gate)
        {
            if (!byId.TryGetValue(displayId, out var same))
                byId[displayId] = same = [];
            same.Add(output);
        }
    }

    internal void Update(string displayId, MimeBundle data)
    {
        lock (Gate)
        {
            foreach (var output in byId.GetValueOrDefault(displayId, []))
                output.Data = data;
        }
    }
}
