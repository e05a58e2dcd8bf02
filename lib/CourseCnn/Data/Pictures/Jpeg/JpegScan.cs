namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>One pass over the pixels of a JPEG file: of which components it holds which frequencies.</summary>
/// <param name="Components">Their numbers in the file.</param>
/// <param name="First">The first of the 64 frequencies that it holds.</param>
/// <param name="Last">The last of them.</param>
/// <param name="IsRefinement">Whether it only makes numbers more exact that an earlier one began.</param>
sealed record JpegScan(IReadOnlyList<byte> Components, int First, int Last, bool IsRefinement);
