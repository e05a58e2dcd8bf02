using Mono.Cecil.Cil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>
/// Weaves a check into each loop of a method: where a branch leads backwards. The check stands at the branch's target, in the same
/// protected blocks as the branch: <c>while (true) try { } catch { }</c> must not catch it, and nothing may jump into a block's middle.
/// </summary>
sealed class LoopWeaver(CodeEditor code, CheckpointMembers members)
{
    readonly Dictionary<Instruction, int> order = [];
    int loops;

    /// <summary>The variable with the flag that the loops look at; null without loops.</summary>
    public VariableDefinition? Flag { get; private set; }

    public void Weave()
    {
        foreach (var instruction in code.Instructions)
            order[instruction] = order.Count;
        var branches = from instruction in code.Instructions
                       from target in BranchTargets.Of(instruction).Distinct()
                       group instruction by target;
        foreach (var group in branches.ToList())
            if (group.Any(from => order[group.Key] <= order[from]))
                Weave(group.Key, [.. group]);
    }

    void Weave(Instruction target, List<Instruction> branches)
    {
        Flag ??= code.AddVariable(members.FlagType);
        var starting = BlocksStartingAt(target);
        var checks = new SortedDictionary<int, Instruction[]>();
        foreach (var branch in branches.Where(from => order[target] <= order[from]))
            checks.TryAdd(Depth(branch), []);

        var next = target;
        foreach (var depth in checks.Keys.Reverse())
        {
            checks[depth] = Checks.OfFlag(members, Flag, loops++, next);
            next = checks[depth][0];
        }

        foreach (var branch in branches)
        {
            var start = StartAt(Depth(branch));
            BranchTargets.Redirect(branch, to => to == target ? start : to);
        }

        var outside = StartAt(0);
        foreach (var handler in code.Handlers)
        {
            if (handler.TryStart == target)
                handler.TryStart = StartAt(1 + starting.IndexOf(Order(handler.TryEnd)));
            if (handler.TryEnd == target)
                handler.TryEnd = outside;
            if (handler.HandlerStart == target)
                handler.HandlerStart = outside;
            if (handler.HandlerEnd == target)
                handler.HandlerEnd = outside;
        }

        code.Insert(target, [.. checks.Values.SelectMany(check => check)]);

        // How many of the protected blocks that start at the target a branch stands in.
        int Depth(Instruction from) => order[from] < order[target] ? 0 : starting.Count(end => order[from] < end);

        Instruction StartAt(int depth) => checks.FirstOrDefault(check => check.Key >= depth).Value?[0] ?? target;
    }

    /// <summary>Where the protected blocks that start at an instruction end, from the outermost to the innermost.</summary>
    List<int> BlocksStartingAt(Instruction target) =>
    [
        .. code.Handlers.Where(handler => handler.TryStart == target).Select(handler => Order(handler.TryEnd)).Distinct().OrderDescending(),
    ];

    /// <summary>An instruction's place; checks have their target's.</summary>
    int Order(Instruction instruction)
    {
        int place;
        while (!order.TryGetValue(instruction, out place))
            instruction = instruction.Next;
        return place;
    }
}
