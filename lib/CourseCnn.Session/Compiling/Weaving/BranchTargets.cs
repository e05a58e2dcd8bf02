using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>Where branches lead.</summary>
static class BranchTargets
{
    /// <summary>The instructions that one may go on to, apart from the next.</summary>
    public static Instruction[] Of(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    /// <summary>Lets each branch lead where <paramref name="elsewhere"/> says.</summary>
    public static void Redirect(Instruction instruction, Func<Instruction, Instruction> elsewhere)
    {
        if (instruction.Operand is Instruction target)
            instruction.Operand = elsewhere(target);
        else if (instruction.Operand is Instruction[] targets)
            for (var i = 0; i < targets.Length; i++)
                targets[i] = elsewhere(targets[i]);
    }

    /// <summary>The form of a branch that reaches more than 127 bytes.</summary>
    public static OpCode Long(OpCode branch) => branch.Code switch
    {
        Code.Br_S => OpCodes.Br,
        Code.Brfalse_S => OpCodes.Brfalse,
        Code.Brtrue_S => OpCodes.Brtrue,
        Code.Beq_S => OpCodes.Beq,
        Code.Bge_S => OpCodes.Bge,
        Code.Bgt_S => OpCodes.Bgt,
        Code.Ble_S => OpCodes.Ble,
        Code.Blt_S => OpCodes.Blt,
        Code.Bne_Un_S => OpCodes.Bne_Un,
        Code.Bge_Un_S => OpCodes.Bge_Un,
        Code.Bgt_Un_S => OpCodes.Bgt_Un,
        Code.Ble_Un_S => OpCodes.Ble_Un,
        Code.Blt_Un_S => OpCodes.Blt_Un,
        Code.Leave_S => OpCodes.Leave,
        _ => branch,
    };
}
