using CourseCnn.Lab.Notebooks.Batches;
using CourseCnn.Lab.Notebooks.Running;
using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Tests.Notebooks;

public class FailureTextTests
{
    [Theory]
    [InlineData(9, "a b.ipynb: cell 3 of 12, line 9 failed")]
    [InlineData(null, "a b.ipynb: cell 3 of 12 failed")]
    public void The_headline_names_notebook_cell_and_line(int? line, string expected) =>
        Assert.Equal(expected, FailureText.Headline("a b.ipynb", Failure(line)));

    [Fact]
    public void What_the_notebook_would_show_is_indented_line_by_line() =>
        Assert.Equal(
            ["  Oops: First.", "  Second.", "  >   1 |     code"],
            FailureText.Lines(Failure(1, "Oops: First.\r\nSecond.", ">   1 | \tcode")));

    static CellFailure Failure(int? line, params string[] traceback) => new(3, 12, new CellError("Oops", "No.", line, null, traceback));
}
