namespace CourseCnn;

/// <summary>The forms in which the library's types show themselves in a notebook.</summary>
static class MimeTypes
{
    internal const string Plotly = "application/vnd.plotly.v1+json";
    internal const string Html = "text/html";
    internal const string Svg = "image/svg+xml";
    internal const string Text = "text/plain";

    /// <summary>An exercise that a page can ask by itself: our own, for the course's book.</summary>
    internal const string Exercise = "application/vnd.coursecnn.exercise+json";

    /// <summary>A kernel that a page lets the reader change: our own, for the course's book.</summary>
    internal const string Playground = "application/vnd.coursecnn.playground+json";
}
