using System.Runtime.InteropServices;

namespace CourseCnn.Lab.Crash;

/// <summary>What only the operating system can do.</summary>
static class Native
{
    const int InheritFlag = 1;
    const int SetDescriptorFlags = 2;
    const int CloseOnExec = 1;

    /// <summary>From now on, a process that this one starts does not inherit that handle.</summary>
    public static void KeepFromChildren(SafeHandle handle)
    {
        if (OperatingSystem.IsWindows())
            SetHandleInformation(handle.DangerousGetHandle(), InheritFlag, 0);
        else if (OperatingSystem.IsLinux()) // Elsewhere, what takes a varying number of arguments is called in another way.
            FileControl((int)handle.DangerousGetHandle(), SetDescriptorFlags, CloseOnExec);
    }

    /// <summary>The process that started this one, or its heir.</summary>
    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int GetParentProcess();

    [DllImport("libc", EntryPoint = "fcntl")]
    static extern int FileControl(int file, int command, nint argument);

    [DllImport("kernel32.dll")]
    static extern bool SetHandleInformation(nint handle, int mask, int flags);
}
