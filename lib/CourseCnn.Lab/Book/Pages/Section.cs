using System.Text;

namespace CourseCnn.Lab.Book.Pages;

/// <summary>A part of a page, from a heading to the next.</summary>
/// <param name="Level">The heading's level, 1 for the page's title.</param>
/// <param name="Title">The heading.</param>
/// <param name="Anchor">The heading's name in the page's address.</param>
sealed record Section(int Level, string Title, string Anchor)
{
    /// <summary>The words of the section: prose and code.</summary>
    internal StringBuilder Text { get; } = new();
}
