using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseCnn.Tests.House;

/// <summary>
/// In the library, what a cell names lies in CourseCnn, and everything else where its folder says. The build cannot hold that: IDE0130
/// asks every file to follow its folder. It holds the other projects.
/// </summary>
public sealed class NamespaceTests
{
    const string Library = "lib/CourseCnn";

    [Fact]
    public void One_using_is_enough_for_cells_and_internals_follow_their_folders()
    {
        var files = SourceFiles.In(Library);
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Misplaced(file, SourceFiles.Read(file))));
    }

    [Fact]
    public void Cells_see_types_of_one_namespace_only() =>
        Assert.Equal(["CourseCnn"], typeof(Module).Assembly.GetExportedTypes().Select(type => type.Namespace!).Distinct());

    /// <summary>Linked into several projects, out of whose folders the build does not look.</summary>
    [Fact]
    public void What_projects_share_lies_in_Shared() => Assert.All(
        SourceFiles.In("lib/Shared"),
        file => Assert.Equal(["CourseCnn.Shared"], Types(SourceFiles.Read(file)).Select(NamespaceOf).Distinct()),
        throwIfEmpty: true);

    [Theory]
    [InlineData("namespace CourseCnn; public class A;")]
    [InlineData("namespace CourseCnn.Room.Corner; class A { public class Nested; }")]
    [InlineData("namespace CourseCnn.Room.Corner; internal enum A { B }")]
    [InlineData("namespace CourseCnn.Room { namespace Corner { class A; } }")]
    [InlineData("namespace CourseCnn.Room; class A;", "A must be in CourseCnn.Room.Corner")]
    [InlineData("namespace CourseCnn; class A;", "A must be in CourseCnn.Room.Corner")]
    [InlineData("delegate void A();", "A must be in CourseCnn.Room.Corner")]
    [InlineData("namespace CourseCnn.Room.Corner; public record A;", "A must be in CourseCnn")]
    [InlineData("namespace CourseCnn; public partial class A; class B;", "B must be in CourseCnn.Room.Corner")]
    public void A_type_in_the_wrong_place_is_named(string code, params string[] expected) => Assert.Equal(
        expected.Select(sentence => $"{Library}/Room/Corner/A.cs: {sentence}"), Misplaced($"{Library}/Room/Corner/A.cs", code));

    static IEnumerable<string> Misplaced(string file, string code)
    {
        var folder = string.Concat(file[Library.Length..].Split('/').Skip(1).SkipLast(1).Select(part => $".{part}"));
        foreach (var type in Types(code))
        {
            var expected = type.Modifiers.Any(SyntaxKind.PublicKeyword) ? "CourseCnn" : $"CourseCnn{folder}";
            if (NamespaceOf(type) != expected)
                yield return $"{file}: {Name(type)} must be in {expected}";
        }
    }

    /// <summary>Those that lie in no other type.</summary>
    static IEnumerable<MemberDeclarationSyntax> Types(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    static string Name(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax declared ? declared.Identifier.Text : ((DelegateDeclarationSyntax)type).Identifier.Text;

    static string NamespaceOf(MemberDeclarationSyntax type) =>
        string.Join(".", type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name));
}
