namespace CourseCnn.Session.Contract;

/// <summary>Where a running cell's output goes, as it comes. Called from any thread; implementations lock.</summary>
public interface ICellOutput
{
    /// <summary>Text written to standard output or standard error.</summary>
    void Write(OutputStream stream, string text);

    /// <summary>A value shown with <c>display</c>.</summary>
    void Display(MimeBundle data, string displayId);

    /// <summary>A value shown before, by this cell or an earlier one, has changed.</summary>
    void UpdateDisplay(MimeBundle data, string displayId);

    /// <summary>The cell's output so far is to go: at once, or when the next output comes.</summary>
    void Clear(bool waitForNext);

    /// <summary>Whether a page shows the output that cells can talk to by comms; see <see cref="Say"/>.</summary>
    bool HasPage => false;

    /// <summary>The cell speaks to its page.</summary>
    void Say(CommMessage message)
    {
    }
}
