using CourseCnn.Session.Running;
using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>The instructions of a check. None expects or leaves anything on the stack.</summary>
static class Checks
{
    /// <summary>
    /// Throws where the flag is set. It never returns from there, so the processor's registers stay the loop's own: a call that does would
    /// have each of its floating-point variables written to memory and read back at each turn.
    /// </summary>
    /// <param name="members">What is referred to.</param>
    /// <param name="flag">The variable with the flag.</param>
    /// <param name="loop">A number that no other check of the method has.</param>
    /// <param name="next">The instruction that follows.</param>
    public static Instruction[] OfFlag(CheckpointMembers members, VariableDefinition flag, int loop, Instruction next) =>
    [
        Load(flag),
        Instruction.Create(OpCodes.Volatile),
        Instruction.Create(OpCodes.Ldfld, members.Stopped),
        Instruction.Create(OpCodes.Brfalse_S, next),
        Load(flag),
        Instruction.Create(OpCodes.Ldc_I4, loop),
        Instruction.Create(OpCodes.Call, members.StoppedException),
        Instruction.Create(OpCodes.Throw),
    ];

    /// <summary>Asks for the flag that <see cref="OfFlag"/> looks at.</summary>
    public static Instruction[] GetFlag(CheckpointMembers members, VariableDefinition flag) =>
    [
        Instruction.Create(OpCodes.Call, members.Flag),
        Instruction.Create(flag.Index <= byte.MaxValue ? OpCodes.Stloc_S : OpCodes.Stloc, flag),
    ];

    /// <summary>Calls <see cref="Checkpoint.Pass"/> where <see cref="Checkpoint.Wanted"/>.</summary>
    /// <param name="members">What is referred to.</param>
    /// <param name="next">The instruction that follows.</param>
    public static Instruction[] OfSignal(CheckpointMembers members, Instruction next) =>
    [
        Instruction.Create(OpCodes.Volatile),
        Instruction.Create(OpCodes.Ldsfld, members.Wanted),
        Instruction.Create(OpCodes.Brfalse_S, next),
        Instruction.Create(OpCodes.Call, members.Pass),
    ];

    /// <summary>Calls <see cref="Checkpoint.Enter"/> unless the address is within the safe part of the stack.</summary>
    /// <param name="members">What is referred to.</param>
    /// <param name="local">The variable whose address it is.</param>
    /// <param name="reserve">So many bytes of it are left alone.</param>
    /// <param name="next">The instruction that follows.</param>
    public static Instruction[] OfStack(CheckpointMembers members, VariableDefinition local, int reserve, Instruction next) =>
    [
        .. LoadAddress(local, reserve),
        Instruction.Create(OpCodes.Ldsfld, members.StackFloor),
        Instruction.Create(OpCodes.Sub),
        Instruction.Create(OpCodes.Ldc_I4, Checkpoint.SafeStack - reserve),
        Instruction.Create(OpCodes.Blt_Un_S, next),
        .. LoadAddress(local, reserve),
        Instruction.Create(OpCodes.Call, members.Enter),
    ];

    static Instruction[] LoadAddress(VariableDefinition local, int reserve)
    {
        var load = Instruction.Create(local.Index <= byte.MaxValue ? OpCodes.Ldloca_S : OpCodes.Ldloca, local);
        var number = Instruction.Create(OpCodes.Conv_U);
        return reserve == 0 ? [load, number] : [load, number, Instruction.Create(OpCodes.Ldc_I4, reserve), Instruction.Create(OpCodes.Sub)];
    }

    static Instruction Load(VariableDefinition local) =>
        Instruction.Create(local.Index <= byte.MaxValue ? OpCodes.Ldloc_S : OpCodes.Ldloc, local);
}
