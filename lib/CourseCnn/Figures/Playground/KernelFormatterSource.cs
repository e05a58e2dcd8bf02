using CourseCnn.Display;
using CourseCnn.Figures.Charts;

namespace CourseCnn.Figures.Playground;

/// <summary>The forms of a picture and its kernel: those of any picture, and one that a page can compute with.</summary>
sealed class KernelFormatterSource : PictureFormatterSource
{
    public override IEnumerable<object> CreateTypeFormatters() =>
    [
        .. base.CreateTypeFormatters(),
        new DisplayFormatter<KernelFigure>(MimeTypes.Playground, figure => figure.ToPlayground()),
    ];
}
