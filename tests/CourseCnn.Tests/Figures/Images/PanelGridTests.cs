using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;

namespace CourseCnn.Tests.Figures.Images;

public class PanelGridTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    [InlineData(9, 3)]
    [InlineData(65, 5)]
    public void Any_number_of_panels_wraps_into_even_rows_inside_the_card(int count, int columns)
    {
        var grid = PanelGrid.Of(Pictures.Of(count));
        Assert.Equal(count, grid.Cells.Count);
        Assert.Equal(columns, grid.Cells.Select(cell => cell.X).Distinct().Count());
        Assert.All(grid.Cells, cell =>
        {
            Assert.InRange(cell.X, 1, grid.Width - cell.Width - 1);
            Assert.InRange(cell.Y, 1, grid.Height - cell.Height - 1);
        });
    }

    [Fact]
    public void A_long_title_is_broken_into_lines_that_fit()
    {
        var word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        var grid = PanelGrid.Of(Plots.PlotImage(Pictures.Ramp, $"A title of many words, and one {word}").Panels);
        var lines = Assert.Single(grid.Cells).Title;
        Assert.True(lines.Count > 2);
        Assert.All(lines, line => Assert.True(TextWidth.Of(line, grid.NarrowTitleSize) <= grid.Width - 40));
    }
}
