using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Contract;

public class MimeBundleTests
{
    [Fact]
    public void A_missing_form_is_null() => Assert.Null(new MimeBundle([])["text/html"]);
}
