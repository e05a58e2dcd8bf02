using System.Reflection;
using System.Text.RegularExpressions;

namespace CourseCnn.Session.Errors;

/// <summary>What a learner calls a method that the compiler has named in its own way.</summary>
static partial class CallName
{
    public static string Of(MethodBase method)
    {
        // Iterators and async methods are classes named after what was written.
        var written = method.Name == "MoveNext" && method.DeclaringType is { } machine ? machine.Name : method.Name;
        if (LocalFunction().Match(written) is { Success: true } local)
            return local.Groups[1].Value;
        if (written.Contains(">b__", StringComparison.Ordinal))
            return "a lambda";
        var name = Bracketed().Match(written) is { Success: true } inner ? inner.Groups[1].Value : written;
        if (name.StartsWith("op_", StringComparison.Ordinal))
            return $"an operator of {Owner(method)}";
        if (method.IsConstructor)
            return $"a constructor of {Owner(method)}";
        name = Accessor().Replace(name, "");
        return Owner(method) is { } owner ? $"{owner}.{name}" : name;
    }

    /// <summary>The class that a learner wrote; null for what stands in a cell itself.</summary>
    static string? Owner(MethodBase method)
    {
        var type = method.DeclaringType;
        while (type is not null && type.Name.StartsWith('<'))
            type = type.DeclaringType;
        return type is null || type.Name.Contains('#', StringComparison.Ordinal) ? null : type.Name.Split('`')[0];
    }

    [GeneratedRegex(@"g__(\w+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(\w+)>")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(get|set|add|remove)_")]
    private static partial Regex Accessor();
}
