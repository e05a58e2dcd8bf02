using CourseCnn.Tests.Figures.Images;

namespace CourseCnn.Tests.Figures;

public class FigureTests
{
    [Fact]
    public void Many_panels_of_one_size_are_told_together() => Assert.Equal(
        "7 pictures side by side: \"Original\" to \"Filter 6\", grey pictures, each 6 pixels high and 10 wide, values from −0.5 to 1.5.",
        Pictures.Panels(7).Alt);

    [Fact]
    public void Different_figures_have_different_ids_and_equal_ones_the_same()
    {
        Assert.Equal(Pictures.Panels(2).Id, Pictures.Panels(2).Id);
        Figure[] others =
        [
            Pictures.Panels(2), Pictures.Panels(3),
            Plots.PlotImage(Pictures.Ramp), Plots.PlotImage(Pictures.Ramp, axis: true), Plots.PlotImage(Pictures.Ramp, "a"),
        ];
        Assert.Distinct(others.Select(figure => figure.Id));
    }

    [Fact]
    public void Saving_replaces_a_file_and_leaves_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("figure");
        try
        {
            var file = Path.Combine(folder.FullName, "new", "figure.SVG");
            Pictures.Panels(3).Save(file);
            Pictures.Panels(2).Save(file);
            Assert.Equal(Pictures.Panels(2).ToSvg(), File.ReadAllText(file));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("figure.png", "ends in .png")]
    [InlineData("figure", "has no such ending")]
    public void Another_kind_of_file_is_refused_with_a_name_that_works(string file, string reason)
    {
        var message = Assert.Throws<ArgumentException>(() => Pictures.Panels(1).Save(file)).Message;
        Assert.Contains(reason, message);
        Assert.Contains("\"figure.svg\"", message);
    }
}
