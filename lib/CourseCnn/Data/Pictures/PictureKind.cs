namespace CourseCnn.Data.Pictures;

/// <summary>What the first bytes of a file say that it is.</summary>
enum PictureKind
{
    Unknown,
    Png,
    Jpeg,
    Bmp,
    Gif,

    /// <summary>A picture, or what one comes in, that is not read here: it has a name.</summary>
    Foreign,
    WebPage,
    Text,
}
