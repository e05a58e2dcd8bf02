namespace CourseCnn;

/// <summary>The forms in which the library's types show themselves in a notebook.</summary>
static class MimeTypes
{
    internal const string Plotly = "application/vnd.plotly.v1+json";
    internal const string Html = "text/html";
    internal const string Svg = "image/svg+xml";
    internal const string Text = "text/plain";
}
