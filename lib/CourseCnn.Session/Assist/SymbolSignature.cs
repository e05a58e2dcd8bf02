using Microsoft.CodeAnalysis;

namespace CourseCnn.Session.Assist;

/// <summary>A symbol as a learner would write it down.</summary>
static class SymbolSignature
{
    static readonly SymbolDisplayFormat ofMember = Format(SymbolDisplayMemberOptions.IncludeContainingType);

    static readonly SymbolDisplayFormat ofCell = Format(SymbolDisplayMemberOptions.None);

    static readonly SymbolDisplayFormat ofType = Format(
        SymbolDisplayMemberOptions.None,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayMiscellaneousOptions.None);

    public static string Of(ISymbol symbol) => symbol switch
    {
        // A cell's own variables and functions belong, to its writer, to nothing.
        _ when symbol.ContainingType?.IsScriptClass == true => symbol.ToDisplayString(ofCell),
        INamespaceOrTypeSymbol => symbol.ToDisplayString(ofType),
        _ => symbol.ToDisplayString(ofMember),
    };

    static SymbolDisplayFormat Format(
        SymbolDisplayMemberOptions containingType,
        SymbolDisplayTypeQualificationStyle qualification = SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayMiscellaneousOptions specialTypes = SymbolDisplayMiscellaneousOptions.UseSpecialTypes) => new(
            typeQualificationStyle: qualification,
            genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance
                | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
            memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
                | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue | containingType,
            delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
            parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
                | SymbolDisplayParameterOptions.IncludeExtensionThis,
            propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
            localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue
                | SymbolDisplayLocalOptions.IncludeRef,
            kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
            miscellaneousOptions: specialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
                | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);
}
