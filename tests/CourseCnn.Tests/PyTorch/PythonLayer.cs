using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CourseCnn.Tests.PyTorch;

/// <summary>
/// Builds the layers that the reference files name, from a line of Python or from a name and its arguments. Arguments find their
/// place by their name, so that <c>ceil_mode</c> is <c>ceilMode</c>: one that our layer does not have fails the test.
/// </summary>
static partial class PythonLayer
{
    /// <summary>From a line of Python: <c>Conv2d(3, 4, (3, 5), bias=False)</c>.</summary>
    public static Module Build(string python)
    {
        var call = Call().Match(python);
        var json = new Dictionary<string, JsonElement>();
        var constructor = Constructor(call.Groups["name"].Value);
        var position = 0;
        foreach (Match argument in Argument().Matches(call.Groups["arguments"].Value))
        {
            var name = argument.Groups["name"].Value is { Length: > 0 } named ? named : constructor.GetParameters()[position++].Name!;
            json.Add(name, JsonElement.Parse(ToJson(argument.Groups["value"].Value)));
        }

        return Build(constructor, json);
    }

    /// <summary>From a layer's name and an object of its arguments.</summary>
    public static Module Build(string name, JsonElement arguments) =>
        Build(Constructor(name), arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value));

    static Module Build(ConstructorInfo constructor, Dictionary<string, JsonElement> arguments)
    {
        var given = arguments.ToDictionary(argument => CamelCase(argument.Key), argument => argument.Value);
        var values = constructor.GetParameters().Select(parameter => Value(parameter, given)).ToArray();
        Assert.Empty(given);
        return (Module)constructor.Invoke(values);
    }

    /// <summary>The constructor with all of PyTorch's arguments; where another takes a single number, that is a shorthand.</summary>
    static ConstructorInfo Constructor(string name)
    {
        var type = typeof(Module).Assembly.GetType($"CourseCnn.{name}", throwOnError: true)!;
        return type.GetConstructors().OrderBy(constructor => constructor.GetParameters() is [{ ParameterType.IsPrimitive: true }]).First();
    }

    /// <summary>What is given for a parameter, and is then given no more; or its default.</summary>
    static object? Value(ParameterInfo parameter, Dictionary<string, JsonElement> given)
    {
        var value = given.Remove(parameter.Name!, out var json) ? Convert(json, parameter.ParameterType) : parameter.DefaultValue;
        var isOptional = !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null;
        return value ?? (isOptional ? null : Activator.CreateInstance(parameter.ParameterType));
    }

    static object? Convert(JsonElement value, Type type) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String when type == typeof(string) => value.GetString(),
        JsonValueKind.String => (Padding2d)value.GetString()!,
        _ when type == typeof(int) || type == typeof(int?) => value.GetInt32(),
        _ when type == typeof(double) || type == typeof(double?) => value.GetDouble(),
        _ when type == typeof(Padding2d) => (Padding2d)value.Size(),
        _ when type == typeof((int?, int?)) => value.ValueKind == JsonValueKind.Array
            ? (OptionalInt(value[0]), OptionalInt(value[1]))
            : ((int?)value.GetInt32(), (int?)value.GetInt32()),
        _ => value.Size(),
    };

    static int? OptionalInt(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    static string CamelCase(string name) => UnderscoreAndLetter().Replace(name, match => match.Value[1..].ToUpperInvariant());

    static string ToJson(string python) => python switch
    {
        "True" or "False" => python.ToLowerInvariant(),
        "None" => "null",
        _ => python.Replace('(', '[').Replace(')', ']').Replace('\'', '"'),
    };

    [GeneratedRegex(@"^(?<name>\w+)\((?<arguments>.*)\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?:(?<name>\w+)=)?(?<value>\([^)]*\)|[^,\s]+)")]
    private static partial Regex Argument();

    [GeneratedRegex("_[a-z]")]
    private static partial Regex UnderscoreAndLetter();
}
