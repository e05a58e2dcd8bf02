namespace CourseCnn.Data.Pictures.Bmp;

/// <summary>How the pixels of a BMP file are written, by the number that stands for it there.</summary>
enum BmpCompression
{
    None = 0,
    Runs8 = 1,
    Runs4 = 2,
    BitFields = 3,
    Jpeg = 4,
    Png = 5,
    AlphaBitFields = 6,
}
