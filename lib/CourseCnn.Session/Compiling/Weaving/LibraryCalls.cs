using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>Which calls of libraries could go on for long, and what to call them.</summary>
static class LibraryCalls
{
    /// <summary>They do a few instructions' work, and call nothing of a learner's.</summary>
    static readonly HashSet<string> brief =
    [
        "System.Object", "System.Math", "System.MathF", "System.Span`1", "System.ReadOnlySpan`1", "System.Nullable`1", "System.Index",
        "System.Range", "System.Threading.Interlocked", "System.Threading.Volatile", "System.Type",
    ];

    /// <summary>They may compare what a learner wrote, but are called too often, and return too soon, to be worth naming.</summary>
    static readonly HashSet<string> common =
    [
        "System.IDisposable", "System.Collections.IEnumerator", "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.List`1", "System.Collections.Generic.List`1/Enumerator",
        "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.Dictionary`2/Enumerator",
    ];

    /// <summary>Whether an instruction is a call that could come back to code of a learner's, so that calls nest.</summary>
    public static bool MayCallBack(Instruction instruction) =>
        instruction.OpCode.Code is Code.Calli
        || (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj or Code.Jmp
            && instruction.Operand is MethodReference { DeclaringType: not ArrayType } method
            && !IsBrief(method));

    /// <summary>Whether it does little and calls nothing back. What every object has is called by way of the learner's own types.</summary>
    static bool IsBrief(MethodReference method) =>
        brief.Contains(method.DeclaringType.GetElementType().FullName)
        && (method.DeclaringType.FullName != "System.Object" || method.Name == ".ctor");

    /// <summary>Whether an instruction is such a call.</summary>
    public static bool IsWorthNaming(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt
        && instruction.Operand is MethodReference { Name: not (".ctor" or "Invoke" or "GetAwaiter" or "ConfigureAwait") } method
        && !method.Name.StartsWith("get_", StringComparison.Ordinal)
        && !method.Name.StartsWith("set_", StringComparison.Ordinal)
        && !method.Name.StartsWith("op_", StringComparison.Ordinal)
        && method.DeclaringType.GetElementType() is { } type
        && type.Scope is AssemblyNameReference assembly
        && !assembly.Name.StartsWith(SubmissionChain.AssemblyPrefix, StringComparison.Ordinal)
        && method.DeclaringType is not ArrayType
        && !type.Namespace.StartsWith("System.Runtime", StringComparison.Ordinal)
        && !brief.Contains(type.FullName)
        && !common.Contains(type.FullName);

    /// <summary>A method's name with its type's.</summary>
    public static string Name(MethodReference method) => $"{WithoutArity(method.DeclaringType.GetElementType().Name)}.{method.Name}";

    static string WithoutArity(string name) => name.IndexOf('`') is > 0 and var end ? name[..end] : name;
}
