using System.Reflection;

namespace CourseCnn.Compute.Threads;

/// <summary>
/// Whether the host of the calling code, a notebook's kernel, wants it to stop. A host says so by leaving a function that returns the
/// token, a <c>Func&lt;CancellationToken&gt;</c>, as the application's data <see cref="Key"/> (<see cref="AppContext.SetData"/>) before
/// the library is first used. It is called on the thread that works for the cell. .NET Interactive's kernels are asked without that.
/// </summary>
static class HostCancellation
{
    /// <summary>The name of the application's data.</summary>
    public const string Key = "CourseCnn.CancellationToken";

    static readonly Lazy<Func<CancellationToken>?> source =
        new(() => AppContext.GetData(Key) as Func<CancellationToken> ?? OfInteractive());

    /// <summary>The token of the code that asks; one that is never cancelled where no host leaves any.</summary>
    public static CancellationToken Token => source.Value?.Invoke() ?? CancellationToken.None;

    static Func<CancellationToken>? OfInteractive() => AppDomain.CurrentDomain.GetAssemblies()
        .FirstOrDefault(assembly => assembly.GetName().Name == "Microsoft.DotNet.Interactive")
        ?.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext") is { } context ? Of(context) : null;

    /// <summary>Asks <c>Current?.CancellationToken</c> of a type that is found at run time; null where it has other members.</summary>
    internal static Func<CancellationToken>? Of(Type context)
    {
        if (context.GetProperty("Current", BindingFlags.Public | BindingFlags.Static) is not { } current
            || context.GetProperty("CancellationToken") is not { } token || token.PropertyType != typeof(CancellationToken))
            return null;
        return () => current.GetValue(null) is { } running ? (CancellationToken)token.GetValue(running)! : CancellationToken.None;
    }
}
