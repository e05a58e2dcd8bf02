namespace CourseCnn.Architecture.Tests.Notices;

/// <summary>THIRD-PARTY-NOTICES.md names what is restored and what lies on disk: all of it, and nothing else.</summary>
public class NoticesTests
{
    const string Benchmarks = "tests/CourseCnn.Benchmarks";

    static readonly string[] course = ["lib/CourseCnn", "lib/CourseCnn.Session", "lib/CourseCnn.Lab"];

    static readonly string[] tests =
        ["tests/CourseCnn.Tests", "tests/CourseCnn.Session.Tests", "tests/CourseCnn.Lab.Tests", "tests/CourseCnn.Architecture.Tests"];

    public static TheoryData<string> Others => [.. NoticesFile.Others];

    [Fact]
    public void The_packages_of_the_course_are_listed() => Compare(NoticesFile.Course, RestoredPackages.Of(course).Keys);

    [Fact]
    public void The_packages_of_the_tests_are_listed() =>
        Compare(NoticesFile.Tests, Without(RestoredPackages.Of(tests).Keys, RestoredPackages.Of(course).Keys));

    /// <summary>The benchmarks are restored by whoever runs them. Elsewhere their project file must do.</summary>
    [Fact]
    public void The_packages_of_the_benchmarks_are_listed()
    {
        var listed = NoticesFile.Rows(NoticesFile.Benchmarks);
        var elsewhere = RestoredPackages.Of([.. course, .. tests]).Keys;
        var direct = RestoredPackages.NamedBy(Benchmarks);
        if (RestoredPackages.IsRestored(Benchmarks))
            Compare(NoticesFile.Benchmarks, Without(RestoredPackages.Of([Benchmarks]).Keys, elsewhere));

        var missing = Without(Without(direct, elsewhere), listed.Select(row => row.Name));
        Assert.True(missing.Length == 0,
            $"{NoticesFile.Name} lacks packages under \"{NoticesFile.Benchmarks}\". Write a row | `name` | licence | copyright | from "
            + $"| `{Benchmarks}` | for: {string.Join(", ", missing)}");
        var gone = listed.Where(row => !direct.Contains(row.Last == Benchmarks ? row.Name : row.Last))
            .Select(row => row.Name)
            .ToArray();
        Assert.True(gone.Length == 0,
            $"{Benchmarks} no longer names these or what brought them. Remove their rows from {NoticesFile.Name}: "
            + string.Join(", ", gone));
    }

    [Fact]
    public void A_package_is_listed_with_the_licence_that_it_declares()
    {
        var packages = RestoredPackages.Of([.. course, .. tests]);

        Assert.All(
            NoticesFile.Rows(NoticesFile.Course).Concat(NoticesFile.Rows(NoticesFile.Tests)).Where(row => packages.ContainsKey(row.Name)),
            row =>
            {
                var declared = RestoredPackages.LicenceIn(packages[row.Name]) ?? row.Licence;
                Assert.True(declared == row.Licence,
                    $"{row.Name} is under {declared}, and {NoticesFile.Name} says {row.Licence}: "
                    + "see whether the course may use it, then correct the row.");
            });
    }

    [Fact]
    public void A_program_lies_inside_a_package_that_is_listed()
    {
        var packages = NoticesFile.Rows(NoticesFile.Course).Concat(NoticesFile.Rows(NoticesFile.Tests)).Select(row => row.Name);

        Assert.All(NoticesFile.Rows(NoticesFile.Programs), row => Assert.True(
            packages.Contains(row.Last),
            $"{row.Name} is said to lie inside {row.Last}, which is not listed: remove its row from {NoticesFile.Name}, or correct it."));
    }

    [Fact]
    public void Files_that_are_not_code_are_listed()
    {
        var listed = NoticesFile.Files.SelectMany(NoticesFile.Rows).Select(row => row.Name).ToArray();

        var missing = AssetFiles.OnDisk.Where(file => !listed.Any(name => Covers(name, file))).ToArray();
        Assert.True(missing.Length == 0,
            $"{NoticesFile.Name} lacks files. Write a row | `path` | licence | copyright | from | for what others have made, "
            + $"or | `path` | what | under \"{NoticesFile.Own}\", for: {string.Join(", ", missing)}");

        var gone = listed.Where(name => !AssetFiles.OnDisk.Any(file => Covers(name, file))).ToArray();
        Assert.True(gone.Length == 0, $"{NoticesFile.Name} names files that are gone. Remove the rows of: {string.Join(", ", gone)}");
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Every_row_says_whose_it_is_and_where_it_is_from(string section)
    {
        var rows = NoticesFile.Rows(section);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(
            row.Cells.Length >= 4 && row.Cells.All(cell => cell.Length > 0),
            $"Write for {row.Name} in {NoticesFile.Name}: | name | licence | copyright | from |"));
        Assert.Equal(rows.Length, rows.DistinctBy(row => row.Name).Count());
    }

    [Fact]
    public void Every_licence_has_its_text()
    {
        var named = NoticesFile.Others.SelectMany(NoticesFile.Rows).SelectMany(row => row.Licences).ToHashSet();
        // The lesser licence is the general one with permissions added, and means nothing without it.
        if (named.Contains("LGPL-3.0-only"))
            named.Add("GPL-3.0-only");

        var missing = named.Except(NoticesFile.LicenceTexts).ToArray();
        Assert.True(missing.Length == 0,
            $"{NoticesFile.Name} lacks texts of licences that it names. Add a heading ### with the text for: {string.Join(", ", missing)}");
        var idle = NoticesFile.LicenceTexts.Except(named).ToArray();
        Assert.True(idle.Length == 0, $"{NoticesFile.Name} has texts of licences that no row names. Remove: {string.Join(", ", idle)}");
    }

    static void Compare(string section, IEnumerable<string> restored)
    {
        var packages = restored.ToArray();
        var listed = NoticesFile.Rows(section).Select(row => row.Name).ToArray();

        var missing = Without(packages, listed);
        Assert.True(missing.Length == 0,
            $"{NoticesFile.Name} lacks packages under \"{section}\". Write a row | `name` | licence | copyright | from | for: "
            + string.Join(", ", missing));
        var gone = Without(listed, packages);
        Assert.True(gone.Length == 0,
            $"{NoticesFile.Name} names packages under \"{section}\" that no project restores there. Remove the rows of: "
            + string.Join(", ", gone));
    }

    static string[] Without(IEnumerable<string> names, IEnumerable<string> others) =>
        names.Except(others, StringComparer.OrdinalIgnoreCase).ToArray();

    static bool Covers(string listed, string file) =>
        listed.EndsWith('/') ? file.StartsWith(listed, StringComparison.Ordinal) : listed == file;
}
