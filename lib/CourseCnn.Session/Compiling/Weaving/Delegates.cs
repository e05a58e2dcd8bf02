using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>The methods of a module that become delegates: a library may call them over and over.</summary>
sealed class Delegates
{
    readonly HashSet<(string Type, string Name)> methods;

    public Delegates(IEnumerable<MethodDefinition> all) => methods =
    [
        .. from method in all
           from instruction in method.Body.Instructions
           where instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn
           select Key((MethodReference)instruction.Operand),
    ];

    /// <summary>Whether a method is one of them, or of the same name as one.</summary>
    public bool Contains(MethodDefinition method) => methods.Contains(Key(method));

    static (string Type, string Name) Key(MethodReference method) => (method.DeclaringType.GetElementType().FullName, method.Name);
}
