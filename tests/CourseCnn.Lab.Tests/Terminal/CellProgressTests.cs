using CourseCnn.Lab.Terminal;

namespace CourseCnn.Lab.Tests.Terminal;

public class CellProgressTests
{
    [Theory]
    [InlineData(40, "notebooks/01-kernels.ipynb")]
    [InlineData(26, "notebooks/01-kernels.ipynb")]
    [InlineData(25, "01-kernels.ipynb")]
    [InlineData(16, "01-kernels.ipynb")]
    [InlineData(15, "01-kernels.ipy…")]
    [InlineData(5, "01-k…")]
    [InlineData(0, "0…")]
    [InlineData(-20, "0…")]
    public void A_narrow_terminal_shows_what_fits_of_the_name(int room, string expected) =>
        Assert.Equal(expected, CellProgress.Shorten(Path.Combine("notebooks", "01-kernels.ipynb"), room));
}
