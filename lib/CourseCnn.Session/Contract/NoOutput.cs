namespace CourseCnn.Session.Contract;

/// <summary>For a cell that nobody watches: whatever it shows is gone.</summary>
sealed class NoOutput : ICellOutput
{
    public void Write(OutputStream stream, string text)
    {
    }

    public void Display(MimeBundle data, string displayId)
    {
    }

    public void UpdateDisplay(MimeBundle data, string displayId)
    {
    }

    public void Clear(bool waitForNext)
    {
    }
}
