using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>
/// Weaves checkpoints into a compiled piece: one at each loop's turn, one at each function's beginning. It works on what the compiler
/// emitted, where all loops are branches backwards, and all functions, accessors, lambdas and iterators are methods; lines stay the same.
/// </summary>
static class Weaver
{
    /// <summary>Helpers of the compiler's own (switch on strings, array data): bounded by what the code itself holds.</summary>
    const string CompilersOwn = "<PrivateImplementationDetails>";

    /// <summary>Weaves an assembly and its portable symbols.</summary>
    /// <returns>The new assembly and symbols, at their beginnings.</returns>
    public static (MemoryStream Assembly, MemoryStream Symbols) Weave(Stream assembly, Stream symbols)
    {
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters
        {
            ReadSymbols = true,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = symbols,
        });
        var members = new CheckpointMembers(module);
        var methods = module.GetTypes()
            .Where(type => !IsCompilersOwn(type))
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .ToList();
        var delegates = new Delegates(methods);
        foreach (var method in methods.Where(method => !IsCalledByNativeCode(method)))
            new MethodWeaver(method, members, delegates).Weave();

        var (woven, wovenSymbols) = (new MemoryStream(), new MemoryStream());
        module.Write(woven, new WriterParameters
        {
            WriteSymbols = true,
            SymbolWriterProvider = new PortablePdbWriterProvider(),
            SymbolStream = wovenSymbols,
        });
        woven.Position = wovenSymbols.Position = 0;
        return (woven, wovenSymbols);
    }

    static bool IsCompilersOwn(TypeDefinition type) =>
        type.Name.StartsWith(CompilersOwn, StringComparison.Ordinal) || type.DeclaringType is { } outer && IsCompilersOwn(outer);

    /// <summary>An exception that leaves such a method ends the process.</summary>
    static bool IsCalledByNativeCode(MethodDefinition method) =>
        method.HasCustomAttributes
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "UnmanagedCallersOnlyAttribute");
}
