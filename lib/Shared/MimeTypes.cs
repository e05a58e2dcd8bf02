namespace CourseCnn.Shared;

/// <summary>The forms in which values show themselves in a notebook.</summary>
static class MimeTypes
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Html = "text/html";
    public const string Markdown = "text/markdown";
    public const string Svg = "image/svg+xml";
    public const string Text = "text/plain";

    /// <summary>An exercise that a page can ask by itself: our own, for the course's book.</summary>
    public const string Exercise = ForPages + "exercise+json";

    /// <summary>A kernel that a page lets the reader change: our own, for the course's book.</summary>
    public const string Playground = ForPages + "playground+json";

    /// <summary>What the names of our own forms begin with.</summary>
    const string ForPages = "application/vnd.coursecnn.";

    /// <summary>Whether only the book's pages know what to do with a form: a notebook would merely grow by it.</summary>
    public static bool IsForPages(string mimeType) => mimeType.StartsWith(ForPages, StringComparison.Ordinal);

    /// <summary>Whether notebooks and messages hold a form as a JSON value instead of as its text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json"
        || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));
}
