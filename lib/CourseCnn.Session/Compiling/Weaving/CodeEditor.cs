using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>Puts instructions into a method; branches, protected blocks and the places of lines go along.</summary>
sealed class CodeEditor
{
    readonly MethodBody body;
    readonly Dictionary<Instruction, int> places = [];
    readonly Collection<SequencePoint> lines;

    public CodeEditor(MethodDefinition method)
    {
        body = method.Body;
        lines = method.DebugInformation.SequencePoints;
        var offsets = new Dictionary<int, int>();
        for (var i = 0; i < lines.Count; i++)
            offsets[lines[i].Offset] = i;
        foreach (var instruction in body.Instructions)
            if (offsets.TryGetValue(instruction.Offset, out var line))
                places[instruction] = line;
    }

    public Collection<Instruction> Instructions => body.Instructions;

    public Collection<ExceptionHandler> Handlers => body.ExceptionHandlers;

    /// <summary>How many bytes the code takes.</summary>
    public int Size => Instructions.Sum(instruction => instruction.GetSize());

    /// <summary>A new variable.</summary>
    public VariableDefinition AddVariable(TypeReference type)
    {
        var variable = new VariableDefinition(type);
        body.Variables.Add(variable);
        return variable;
    }

    public int IndexOf(Instruction instruction) => Instructions.IndexOf(instruction);

    /// <summary>An instruction, or the first of the prefixes before it.</summary>
    public static Instruction WithPrefixes(Instruction instruction)
    {
        while (instruction.Previous is { OpCode.OpCodeType: OpCodeType.Prefix } prefix)
            instruction = prefix;
        return instruction;
    }

    /// <summary>Where in a learner's text an instruction comes from, or null.</summary>
    public SequencePoint? LineAt(Instruction? instruction)
    {
        for (; instruction is not null; instruction = instruction.Previous)
            if (places.TryGetValue(instruction, out var place) && !lines[place].IsHidden)
                return lines[place];
        return null;
    }

    /// <summary>Puts instructions before one. Branches to it still lead to it; lines begin with what is new.</summary>
    public void Insert(Instruction target, IReadOnlyList<Instruction> added)
    {
        var index = IndexOf(target);
        for (var i = 0; i < added.Count; i++)
            Instructions.Insert(index + i, added[i]);
        if (!places.Remove(target, out var place))
            return;
        // What the compiler hides here begins the next line, such as that of a loop whose body is a try.
        var line = lines.Skip(place).FirstOrDefault(line => !line.IsHidden) ?? lines[place];
        lines[place] = new SequencePoint(added[0], line.Document)
        {
            StartLine = line.StartLine,
            StartColumn = line.StartColumn,
            EndLine = line.EndLine,
            EndColumn = line.EndColumn,
        };
        places[added[0]] = place;
    }

    /// <summary>Puts instructions before some, as if they were a part of them: branches to those lead to the new ones.</summary>
    public void Prepend(IReadOnlyDictionary<Instruction, Instruction[]> added)
    {
        if (added.Count == 0)
            return;
        foreach (var instruction in Instructions)
            BranchTargets.Redirect(instruction, Moved);
        foreach (var handler in Handlers)
        {
            handler.TryStart = Moved(handler.TryStart);
            handler.TryEnd = Moved(handler.TryEnd);
            handler.HandlerStart = Moved(handler.HandlerStart);
            handler.HandlerEnd = Moved(handler.HandlerEnd);
            handler.FilterStart = Moved(handler.FilterStart);
        }

        foreach (var (target, instructions) in added)
            Insert(target, instructions);

        Instruction Moved(Instruction? place) => place is not null && added.TryGetValue(place, out var before) ? before[0] : place!;
    }
}
