using CourseCnn.Shared;

namespace CourseCnn.Session.Tests.Shared;

public class MimeTypesTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData(MimeTypes.Plotly, true)]
    [InlineData(MimeTypes.Exercise, true)]
    [InlineData("text/x+json", false)]
    [InlineData("application/jsonl", false)]
    [InlineData(MimeTypes.Svg, false)]
    public void What_notebooks_hold_as_JSON_is_known(string type, bool expected) => Assert.Equal(expected, MimeTypes.IsJson(type));

    [Theory]
    [InlineData(MimeTypes.Exercise, true)]
    [InlineData(MimeTypes.Playground, true)]
    [InlineData(MimeTypes.Plotly, false)]
    [InlineData(MimeTypes.Html, false)]
    public void The_books_own_forms_are_known(string type, bool expected) => Assert.Equal(expected, MimeTypes.IsForPages(type));
}
