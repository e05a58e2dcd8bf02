using System.Xml.Linq;
using CourseCnn.Tests.Figures.Drawing;

namespace CourseCnn.Tests.Figures.Animations;

public class AnimatePoolingTests
{
    static readonly Tensor Input = Tensor.Of([[1, 3, 2, 1], [4, 6, 5, 0], [7, 2, 9, 8], [3, 1, 4, 2]]);

    [Fact]
    public void Max_pooling_keeps_the_greatest_number_of_each_window() => Assert.Equal(
        ["max(1, 3, 4, 6) = 6", "max(2, 1, 5, 0) = 5", "max(7, 2, 3, 1) = 7", "max(9, 8, 4, 2) = 9"],
        Drawn.Steps(Plots.AnimateMaxPool(Input, (2, 2))).Select(step => step[1]));

    [Fact]
    public void The_greatest_number_is_marked_at_each_step_in_its_window_and_in_the_sum()
    {
        var figure = Plots.AnimateMaxPool(Input, (2, 2));
        var marks = Drawn.Elements(figure, "g").Where(group => ((string?)group.Attribute("class"))?.EndsWith(" mark") == true).ToList();
        Assert.Equal(["6", "5", "7", "9"], marks.Select(mark => mark.Elements().Last().Value));

        // In the input's cells: 6 is in the second row and column, 9 in the third of both.
        var cell = Centre(marks[0]).X - Centre(marks[2]).X;
        Assert.Equal((cell, cell), (Centre(marks[3]).X - Centre(marks[0]).X, Centre(marks[3]).Y - Centre(marks[0]).Y));
        var sums = Drawn.Elements(figure, "text").Where(text => text.Value.StartsWith("max"));
        Assert.Equal(["6", "5", "7", "9"], sums.Select(sum => sum.Elements().First().Value));

        static (double X, double Y) Centre(XElement mark) =>
            ((double)mark.Elements().Last().Attribute("x")!, (double)mark.Elements().Last().Attribute("y")!);
    }

    [Fact]
    public void Of_equal_numbers_the_first_is_marked_and_of_a_mean_none()
    {
        var figure = Plots.AnimateMaxPool(Tensor.Of([[-2, -1], [-1, -1]]), 2);
        Assert.Equal("max((−2), (−1), (−1), (−1)) = −1", Assert.Single(Drawn.Steps(figure))[1]);
        Assert.Equal("−1", Drawn.Elements(figure, "text").Single(text => text.Value.StartsWith("max")).Elements().First().Value);
        Assert.DoesNotContain("mark", Plots.AnimateAvgPool(Input, 2).ToSvg());
    }

    [Fact]
    public void Average_pooling_takes_the_mean_of_each_window() => Assert.Equal(
        ["(1 + 3 + 4 + 6) / 4 = 3.5", "(2 + 1 + 5 + 0) / 4 = 2", "(7 + 2 + 3 + 1) / 4 = 3.25", "(9 + 8 + 4 + 2) / 4 = 5.75"],
        Drawn.Steps(Plots.AnimateAvgPool(Input, 2)).Select(step => step[1]));

    [Fact]
    public void Windows_may_overlap() => Assert.Equal(9, Drawn.Steps(Plots.AnimateMaxPool(Input, 2, stride: 1)).Count);

    [Fact]
    public void A_listener_is_told_the_sizes_and_the_output() => Assert.Equal(
        "A window of 2 by 2 passes over an input of 4 by 4, in steps of 2 down and 2 across, and keeps the greatest number of each place: "
        + "an output of 2 by 2. The output, row after row: 6, 5; 7, 9. The last step: max(9, 8, 4, 2) = 9.",
        Plots.AnimateMaxPool(Input, (2, 2)).Alt);

    [Fact]
    public void A_window_must_fit()
    {
        var message = Assert.Throws<ArgumentException>(() => Plots.AnimateMaxPool(Input, 5)).Message;
        Assert.Contains("MaxPool2d(5)", message);
        Assert.Contains("5 x 5", message);
    }

    [Fact]
    public void A_window_may_be_too_large() => Assert.Contains(
        "at most 5 x 5", Assert.Throws<ArgumentException>(() => Plots.AnimateAvgPool(Tensor.Zeros((8, 8)), 6)).Message);

    [Fact]
    public void A_picture_is_too_large() => Assert.Contains(
        "at most 8 x 8", Assert.Throws<ArgumentException>(() => Plots.AnimateMaxPool(Tensor.Zeros((100, 100)), 2)).Message);
}
