using System.Text.Json.Nodes;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Notebooks.Outputs;

/// <summary>Collects what one cell shows, as the notebook will keep it.</summary>
sealed class CellOutputs(DisplayedValues displayed) : ICellOutput
{
    readonly List<Output> outputs = [];
    bool clearBeforeNext;

    public void Write(OutputStream stream, string text)
    {
        if (text.Length == 0)
            return;
        lock (displayed.Gate)
        {
            ClearIfDue();
            if (outputs.LastOrDefault() is not StreamOutput last || last.Stream != stream)
                outputs.Add(last = new StreamOutput(stream));
            last.Append(text);
        }
    }

    public void Display(MimeBundle data, string displayId)
    {
        var output = new DisplayOutput(data);
        displayed.Add(displayId, output);
        Add(output);
    }

    public void UpdateDisplay(MimeBundle data, string displayId) => displayed.Update(displayId, data);

    public void Clear(bool waitForNext)
    {
        lock (displayed.Gate)
        {
            clearBeforeNext = waitForNext;
            if (!waitForNext)
                outputs.Clear();
        }
    }

    internal void Add(Output output)
    {
        lock (displayed.Gate)
        {
            ClearIfDue();
            outputs.Add(output);
        }
    }

    /// <param name="keepHtml">See <see cref="RunSettings.KeepHtml"/>.</param>
    internal List<JsonObject> ToJson(bool keepHtml = false)
    {
        lock (displayed.Gate)
            return [.. outputs.Select(output => output.ToJson(keepHtml))];
    }

    void ClearIfDue()
    {
        if (clearBeforeNext)
            outputs.Clear();
        clearBeforeNext = false;
    }
}
