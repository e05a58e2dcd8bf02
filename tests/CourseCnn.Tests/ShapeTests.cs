namespace CourseCnn.Tests;

public class ShapeTests
{
    [Fact]
    public void A_shape_prints_like_a_tuple() => Assert.Equal("(1, 100, 100)", new Shape(1, 100, 100).ToString());
}
