using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests;

/// <summary>Keeps what a cell says, for a test to look at.</summary>
sealed class RecordedOutput : ICellOutput
{
    readonly Lock writing = new();
    readonly List<(OutputStream Stream, string Text)> written = [];

    public List<(MimeBundle Data, string Id)> Displays { get; } = [];

    public List<(MimeBundle Data, string Id)> Updates { get; } = [];

    public string Out => Text(OutputStream.Out);

    public string Error => Text(OutputStream.Error);

    public void Write(OutputStream stream, string text)
    {
        lock (writing)
            written.Add((stream, text));
    }

    public void Display(MimeBundle data, string displayId)
    {
        lock (writing)
            Displays.Add((data, displayId));
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
        lock (writing)
            Updates.Add((data, displayId));
    }

    public void Clear(bool waitForNext)
    {
        lock (writing)
            written.Clear();
    }

    string Text(OutputStream stream)
    {
        lock (writing)
            return string.Concat(written.Where(piece => piece.Stream == stream).Select(piece => piece.Text));
    }
}
