using CourseCnn.Display;
using CourseCnn.Figures.Charts;
using CourseCnn.Shared;
using CourseCnn.Tests.Figures.Images;

namespace CourseCnn.Tests.Figures.Charts;

/// <summary>Pictures where Plotly.NET does not work, as in a kernel that has loaded an older FSharp.Core.</summary>
public class MissingChartTests
{
    [Fact]
    public void Without_a_chart_the_other_forms_are_shown()
    {
        var (figure, whole) = (new Chartless(new FileLoadException("FSharp.Core")), Pictures.Panels(2));
        Assert.Throws<FileLoadException>(figure.ToPlotlyJson);

        var forms = Shown.Forms(figure).ToDictionary(form => form.MimeType, form => form.Text);
        Assert.Null(forms["application/vnd.plotly.v1+json"]);
        Assert.Equal((whole.ToSvg(), whole.Alt), (forms["image/svg+xml"], forms["text/plain"]));
        Assert.DoesNotContain("<script", forms["text/html"]);
        Assert.Contains(whole.ToSvg(), forms["text/html"]);
    }

    [Fact]
    public void A_stop_while_a_chart_is_made_is_a_stop() =>
        Assert.Throws<OperationCanceledException>(new Chartless(new OperationCanceledException()).ToHtml);

    [Fact]
    public void A_form_that_cannot_be_made_here_is_not_offered()
    {
        string[] all = [MimeTypes.Plotly, MimeTypes.Html, MimeTypes.Text];
        Assert.Equal(all, new TypeFormatterSourceAttribute(typeof(PictureFormatterSource)) { PreferredMimeTypes = all }.PreferredMimeTypes);
        Assert.Equal(
            [MimeTypes.Html, MimeTypes.Text],
            new TypeFormatterSourceAttribute(typeof(NoCharts)) { PreferredMimeTypes = all }.PreferredMimeTypes);
    }

    sealed class Chartless(Exception reason) : PictureFigure(Pictures.Of(2))
    {
        private protected override string MakeChart() => throw reason;
    }

    sealed class NoCharts : IOptionalForms
    {
        public bool CanMake(string mimeType) => mimeType != MimeTypes.Plotly;
    }
}
