using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>Weaves something before the first cell comes: what weaving needs is loaded while the compiler still loads its own.</summary>
static class WeaverWarmUp
{
    public static void Run()
    {
        using var module = ModuleDefinition.CreateModule("warm-up", ModuleKind.Dll);
        var method = new MethodDefinition("Loop", MethodAttributes.Public | MethodAttributes.Static, module.TypeSystem.Void);
        module.Types[0].Methods.Add(method);
        var (start, code) = (Instruction.Create(OpCodes.Ldstr, ""), method.Body.GetILProcessor());
        code.Append(start);
        code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Br_S, start);
        method.DebugInformation.SequencePoints.Add(
            new SequencePoint(start, new Document("warm-up")) { StartLine = 1, EndLine = 1, StartColumn = 1, EndColumn = 2 });

        var (assembly, symbols) = (new MemoryStream(), new MemoryStream());
        module.Write(assembly, new WriterParameters
        {
            WriteSymbols = true,
            SymbolWriterProvider = new PortablePdbWriterProvider(),
            SymbolStream = symbols,
        });
        assembly.Position = symbols.Position = 0;
        Weaver.Weave(assembly, symbols);
    }
}
