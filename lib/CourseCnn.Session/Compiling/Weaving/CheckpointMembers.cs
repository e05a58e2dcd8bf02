using CourseCnn.Session.Running;
using Mono.Cecil;

namespace CourseCnn.Session.Compiling.Weaving;

/// <summary>What woven code refers to, as a module names it.</summary>
sealed class CheckpointMembers
{
    public CheckpointMembers(ModuleDefinition module)
    {
        var type = typeof(Checkpoint);
        Wanted = module.ImportReference(type.GetField(nameof(Checkpoint.Wanted)));
        StackFloor = module.ImportReference(type.GetField(nameof(Checkpoint.StackFloor)));
        LastCall = module.ImportReference(type.GetField(nameof(Checkpoint.LastCall)));
        Stopped = module.ImportReference(typeof(StopFlag).GetField(nameof(StopFlag.Stopped)));
        Flag = module.ImportReference(type.GetMethod(nameof(Checkpoint.Flag)));
        StoppedException = module.ImportReference(type.GetMethod(nameof(Checkpoint.Stopped)));
        Pass = module.ImportReference(type.GetMethod(nameof(Checkpoint.Pass)));
        Enter = module.ImportReference(type.GetMethod(nameof(Checkpoint.Enter)));
        FlagType = module.ImportReference(typeof(StopFlag));
        Int = module.TypeSystem.Int32;
    }

    public FieldReference Wanted { get; }

    public FieldReference StackFloor { get; }

    public FieldReference LastCall { get; }

    public FieldReference Stopped { get; }

    public MethodReference Flag { get; }

    public MethodReference StoppedException { get; }

    public TypeReference FlagType { get; }

    public MethodReference Pass { get; }

    public MethodReference Enter { get; }

    public TypeReference Int { get; }
}
