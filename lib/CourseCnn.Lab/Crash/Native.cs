using System.Runtime.InteropServices;

namespace CourseCnn.Lab.Crash;

/// <summary>What only the operating system can do.</summary>
static class Native
{
    const int UnixStandardError = 2;
    const int WindowsStandardError = -12;

    /// <summary>
    /// From now on, what the process writes to standard error goes to that handle, also what the runtime writes while it dies.
    /// </summary>
    public static void RedirectStandardError(SafeHandle target)
    {
        if (OperatingSystem.IsWindows())
            SetStdHandle(WindowsStandardError, target.DangerousGetHandle());
        else
            Dup2((int)target.DangerousGetHandle(), UnixStandardError);
    }

    /// <summary>Takes the process out of its group, so that the end of the others is not its own.</summary>
    public static void LeaveProcessGroup()
    {
        if (!OperatingSystem.IsWindows())
            SetProcessGroup(0, 0);
    }

    /// <summary>The process that started this one, or its heir.</summary>
    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int GetParentProcess();

    [DllImport("libc", EntryPoint = "dup2")]
    static extern int Dup2(int from, int to);

    [DllImport("libc", EntryPoint = "setpgid")]
    static extern int SetProcessGroup(int process, int group);

    [DllImport("kernel32.dll")]
    static extern bool SetStdHandle(int which, nint handle);
}
