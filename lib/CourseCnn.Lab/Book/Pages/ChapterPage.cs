namespace CourseCnn.Lab.Book.Pages;

/// <summary>What a chapter's page shows.</summary>
/// <param name="Chapter">Where it comes from.</param>
/// <param name="File">The page's file name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Summary">Its first words below the heading.</param>
/// <param name="Html">Its text, code and pictures.</param>
/// <param name="Sections">Its headings, and what stands below each: for the page's contents and the search.</param>
sealed record ChapterPage(Chapter Chapter, string File, string Title, string Summary, string Html, IReadOnlyList<Section> Sections);
