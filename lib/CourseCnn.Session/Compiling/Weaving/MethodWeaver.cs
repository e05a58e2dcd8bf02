using CourseCnn.Session.Running;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>Weaves checkpoints into one method.</summary>
sealed class MethodWeaver
{
    /// <summary>Up to so many bytes, every branch reaches everywhere in its short form.</summary>
    const int ShortReach = 127;

    readonly MethodDefinition method;
    readonly CheckpointMembers members;
    readonly Delegates delegates;
    readonly CodeEditor code;

    public MethodWeaver(MethodDefinition method, CheckpointMembers members, Delegates delegates)
    {
        (this.method, this.members, this.delegates) = (method, members, delegates);
        code = new CodeEditor(method);
    }

    public void Weave()
    {
        // Looked at before anything is put in.
        var entry = EntryOf();
        var hadVariables = method.Body.HasVariables;
        NameCalls();
        var loops = new LoopWeaver(code, members);
        loops.Weave();
        Weave(entry, loops.Flag);
        // Where nothing else must begin as zero, the variable whose address is taken need not.
        if (!hadVariables && !code.Instructions.Any(instruction => instruction.OpCode.Code == Code.Localloc))
            method.Body.InitLocals = false;
        if (code.Size > ShortReach)
            foreach (var instruction in code.Instructions)
                instruction.OpCode = BranchTargets.Long(instruction.OpCode);
    }

    /// <summary>Before each call of a library, its number is noted.</summary>
    void NameCalls()
    {
        var notes = new Dictionary<Instruction, Instruction[]>();
        foreach (var call in code.Instructions.Where(LibraryCalls.IsWorthNaming))
            if (code.LineAt(call) is { } place)
            {
                var site = new Running.CallSite(LibraryCalls.Name((MethodReference)call.Operand), place.Document.Url, place.StartLine);
                notes[CodeEditor.WithPrefixes(call)] =
                    [Instruction.Create(OpCodes.Ldc_I4, CallSites.Add(site)), Instruction.Create(OpCodes.Stsfld, members.LastCall)];
            }

        code.Prepend(notes);
    }

    Entry EntryOf()
    {
        // A type whose initialiser was cut short is unusable for ever, so only endless loops in one are stopped.
        if (method.IsConstructor && method.IsStatic)
            return Entry.None;
        if (method.Body.Instructions.Any(LibraryCalls.MayCallBack))
            return Entry.WithinStack;
        // What calls nothing soon returns. The loop that calls it looks there, unless it is a library that calls it as a delegate or by
        // a virtual call; and nothing is gained by stopping in what merely reads or writes a field.
        var isBrief = method.IsGetter || method.IsSetter || method.IsConstructor;
        return !isBrief && (method.IsVirtual || delegates.Contains(method)) ? Entry.Brief : Entry.None;
    }

    void Weave(Entry entry, VariableDefinition? flag)
    {
        // What is thrown in an async method belongs into its task: the check stands within the block that catches everything.
        var block = IsAsync ? method.Body.ExceptionHandlers.MinBy(handler => code.IndexOf(handler.TryStart)) : null;
        var start = block?.TryStart ?? code.Instructions[0];
        Instruction[] getFlag = flag is null ? [] : Checks.GetFlag(members, flag);
        var next = getFlag.FirstOrDefault() ?? start;
        Instruction[] check = entry switch
        {
            Entry.Brief => Checks.OfSignal(members, next),
            Entry.WithinStack => Checks.OfStack(members, code.AddVariable(members.Int), IsAsync ? Checkpoint.AsyncReserve : 0, next),
            _ => [],
        };
        Instruction[] added = [.. check, .. getFlag];
        if (added.Length == 0)
            return;
        if (block is null)
            code.Insert(start, added);
        else
            code.Prepend(new Dictionary<Instruction, Instruction[]> { [start] = added });
    }

    bool IsAsync => method.Name == "MoveNext" && method.DeclaringType.Interfaces.Any(implemented =>
        implemented.InterfaceType.FullName == "System.Runtime.CompilerServices.IAsyncStateMachine");

    enum Entry
    {
        /// <summary>No check.</summary>
        None,

        /// <summary>Calls nothing: only whether the cell is to stop.</summary>
        Brief,

        /// <summary>Also whether there is stack left.</summary>
        WithinStack,
    }
}
