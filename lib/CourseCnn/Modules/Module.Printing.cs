namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>The module and all below it as a tree, as PyTorch's <c>print(model)</c> shows it.</summary>
    public override string ToString() => Print([]);

    /// <param name="above">The modules that hold this one: one of them again, and the tree would never end.</param>
    string Print(HashSet<Module> above)
    {
        var arguments = ExtraRepr();
        var children = OwnChildren().ToList();
        if (children.Count == 0)
            return $"{TypeName}({arguments})";
        if (!above.Add(this))
            return $"{TypeName}(…)";

        var lines = children.ConvertAll(child => $"({child.Name}): {child.Module.Print(above)}");
        if (arguments != "")
            lines.Insert(0, arguments);
        above.Remove(this);
        return $"{TypeName}(\n{string.Join("\n", lines.Select(Indent))}\n)";
    }

    static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
