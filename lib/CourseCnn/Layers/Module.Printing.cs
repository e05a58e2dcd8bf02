namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>The module and all below it as a tree, as PyTorch's <c>print(model)</c> shows it.</summary>
    public override string ToString()
    {
        var arguments = ExtraRepr();
        var children = OwnChildren().ToList();
        if (children.Count == 0)
            return $"{TypeName}({arguments})";

        var lines = children.Select(child => $"({child.Name}): {child.Module}");
        if (arguments != "")
            lines = lines.Prepend(arguments);
        return $"{TypeName}(\n{string.Join("\n", lines.Select(Indent))}\n)";
    }

    static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
