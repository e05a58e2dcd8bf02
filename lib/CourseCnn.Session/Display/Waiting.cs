using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>What somebody forgot to await.</summary>
static class Waiting
{
    /// <summary>What to write for its value; null for what is there already.</summary>
    /// <param name="type">The value's type.</param>
    /// <param name="expression">What a learner wrote for it; null where that is not known.</param>
    public static string? Sentence(Type type, string? expression)
    {
        var written = expression is null ? "await it" : $"write `await {expression}`";
        if (Argument(type, typeof(IAsyncEnumerable<>)) is { } element)
        {
            var loop = expression is null ? "go through it with `await foreach`" : $"write `await foreach (var x in {expression})`";
            return $"an asynchronous sequence of {TypeName.Of(element)}: {loop} for its elements";
        }

        if ((Argument(type, typeof(Task<>)) ?? Argument(type, typeof(ValueTask<>))) is { } result && result.Name != "VoidTaskResult")
            return $"a task that returns {TypeName.Of(result)}: {written} for its value";
        return type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask)
            ? $"a task that returns nothing: {written} to wait for its end"
            : null;
    }

    static Type? Argument(Type type, Type generic)
    {
        var candidates = generic.IsInterface ? type.GetInterfaces() : Bases(type);
        return candidates.FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == generic)?.GetGenericArguments()[0];
    }

    static IEnumerable<Type> Bases(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            yield return type;
    }
}
