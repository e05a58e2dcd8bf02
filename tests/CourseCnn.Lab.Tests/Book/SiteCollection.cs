namespace CourseCnn.Lab.Tests.Book;

/// <summary>The tests that read the same book.</summary>
[CollectionDefinition]
public class SiteCollection : ICollectionFixture<SiteFixture>;
