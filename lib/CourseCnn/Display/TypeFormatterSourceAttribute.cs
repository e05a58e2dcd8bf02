namespace CourseCnn.Display;

/// <summary>
/// Tells a notebook's kernel which class draws a type. .NET Interactive and our own lab look for an attribute of this name, wherever it is
/// declared, so the library shows itself without depending on either.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms to show, without those that cannot be made here.</summary>
    public string[] PreferredMimeTypes
    {
        get => FormatterSourceType.IsAssignableTo(typeof(IOptionalForms))
            ? Array.FindAll(field, ((IOptionalForms)Activator.CreateInstance(FormatterSourceType)!).CanMake)
            : field;
        set;
    } = [];
}
