using CourseCnn.Lab.Session;

namespace CourseCnn.Lab.Tests;

public class MimeBundleTests
{
    [Fact]
    public void A_missing_form_is_null() => Assert.Null(new MimeBundle([])["text/html"]);
}
