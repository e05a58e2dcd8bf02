using CourseCnn.Lab.Notebooks.Outputs;

namespace CourseCnn.Lab.Tests.Notebooks;

public class SavedFormsTests
{
    [Theory]
    [InlineData("text/plain", "a\nb", """["a\n","b"]""")]
    [InlineData("text/html", "<b>\n</b>", """["<b>\n","</b>"]""")]
    [InlineData("image/svg+xml", "<svg>\n</svg>", """["<svg>\n","</svg>"]""")]
    [InlineData("application/javascript", "1;\n2;", """["1;\n","2;"]""")]
    [InlineData("image/png", "iVBORw0KGgo=", "\"iVBORw0KGgo=\"")]
    [InlineData("application/json", """{"b":1.0,"a":[]}""", """{"b":1.0,"a":[]}""")]
    [InlineData("application/vnd.plotly.v1+json", """{"data":[]}""", """{"data":[]}""")]
    [InlineData("application/json", "null", "null")]
    [InlineData("application/json", "{broken", "\"{broken\"")]
    public void Each_form_is_kept_as_jupyter_keeps_it(string mimeType, string text, string expected)
    {
        var saved = SavedForms.Of(ScriptedSession.Bundle((mimeType, text)));

        Assert.Equal([mimeType], saved.Select(form => form.Key));
        Assert.Equal(expected, saved[mimeType]?.ToJsonString(Plain) ?? "null");
    }

    [Fact]
    public void Html_goes_where_a_drawing_stands_beside_it()
    {
        var saved = SavedForms.Of(ScriptedSession.Bundle(("text/html", "<div>"), ("image/svg+xml", "<svg/>"), ("text/plain", "a figure")));

        Assert.Equal(["image/svg+xml", "text/plain"], saved.Select(form => form.Key));
    }

    [Fact]
    public void What_only_pages_can_use_is_kept_for_them_alone()
    {
        var bundle =
            ScriptedSession.Bundle(("application/vnd.coursecnn.exercise+json", "{}"), ("text/html", "<div>"), ("image/svg+xml", "<svg/>"));

        Assert.Equal(["image/svg+xml"], SavedForms.Of(bundle).Select(form => form.Key));
        Assert.Equal(3, SavedForms.Of(bundle, keepHtml: true).Count);
    }

    [Fact]
    public void Html_stays_beside_other_pictures() =>
        Assert.NotNull(SavedForms.Of(ScriptedSession.Bundle(("text/html", "<div>"), ("image/png", "iVBORw0KGgo=")))["text/html"]);

    static System.Text.Json.JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
