using System.Runtime.CompilerServices;

namespace CourseCnn.Tests.Compute;

/// <summary>Stands in for a kernel that runs the library and may stop it.</summary>
static class Host
{
    static readonly AsyncLocal<CancellationToken> token = new();

    /// <summary>Before the library asks for the first time.</summary>
    [ModuleInitializer]
    public static void Offer() => AppContext.SetData("CourseCnn.CancellationToken", (Func<CancellationToken>)(() => token.Value));

    /// <summary>Does something that is to end when <paramref name="stop"/> says so.</summary>
    public static T Stopping<T>(CancellationToken stop, Func<T> action)
    {
        token.Value = stop;
        try
        {
            return action();
        }
        finally
        {
            token.Value = CancellationToken.None;
        }
    }
}
