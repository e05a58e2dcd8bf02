using System.Globalization;

namespace CourseCnn.Session.Errors;

/// <summary>Says that the memory is full, and what to do about it.</summary>
static class MemoryReport
{
    /// <summary>What .NET itself says where one thing is larger than anything can be; there is memory left then.</summary>
    const string TooLarge = "dimensions exceeded";

    public static bool IsFull(Exception exception) =>
        exception is OutOfMemoryException && !exception.Message.Contains(TooLarge, StringComparison.Ordinal);

    /// <summary>The sentence.</summary>
    public static string Message()
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        return string.Create(CultureInfo.InvariantCulture, $"The cells have filled the memory that they may use, {limit:0.#} GB. ")
            + "What variables hold stays there: set the largest to null (list = null) before you go on, and keep less at once.";
    }
}
