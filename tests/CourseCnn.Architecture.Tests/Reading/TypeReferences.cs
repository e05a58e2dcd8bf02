using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Architecture.Tests.Reading;

/// <summary>What a type's declaration, and a method's body, refer to.</summary>
static class TypeReferences
{
    /// <summary>Base class, interfaces, fields, attributes: what stands outside methods.</summary>
    public static IEnumerable<MemberReference> OfDeclaration(TypeDefinition type)
    {
        var types = new[] { type.BaseType }
            .Concat(type.Interfaces.Select(each => each.InterfaceType))
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Fields.SelectMany(OfAttributes))
            .Concat(type.Properties.SelectMany(OfAttributes))
            .Concat(OfAttributes(type))
            .Concat(OfGenerics(type));
        return types.SelectMany(Parts);
    }

    /// <summary>A method's signature and attributes, and whatever its instructions name.</summary>
    public static IEnumerable<MemberReference> OfMethod(MethodDefinition method)
    {
        var types = OfSignature(method).Concat(OfAttributes(method)).Concat(OfGenerics(method));
        if (!method.HasBody)
            return types.SelectMany(Parts);
        types = types.Concat(method.Body.Variables.Select(variable => variable.VariableType))
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType));
        return types.SelectMany(Parts).Concat(method.Body.Instructions.SelectMany(OfInstruction));
    }

    static IEnumerable<MemberReference> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => OfCall(method),
        FieldReference field => Parts(field.DeclaringType).Concat(Parts(field.FieldType)),
        TypeReference type => Parts(type),
        _ => [],
    };

    static IEnumerable<MemberReference> OfCall(MethodReference method)
    {
        var arguments = method is GenericInstanceMethod generic ? generic.GenericArguments : [];
        // The method stands for its class; where that is generic, the arguments count as well.
        var around = method.DeclaringType is GenericInstanceType instance ? instance.GenericArguments : [];
        return [method, .. arguments.Concat(around).Concat(OfSignature(method)).SelectMany(Parts)];
    }

    static IEnumerable<TypeReference> OfSignature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);

    static IEnumerable<TypeReference> OfAttributes(ICustomAttributeProvider member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType));

    static IEnumerable<TypeReference> OfGenerics(IGenericParameterProvider member) =>
        member.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    /// <summary>The types that a type is built of: <c>Tensor</c> and <c>List</c> of <c>List&lt;Tensor[]&gt;</c>.</summary>
    static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        IModifierType modified => Parts(modified.ElementType),
        TypeSpecification built => Parts(built.ElementType),
        _ => [type],
    };
}
