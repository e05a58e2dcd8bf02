using System.ComponentModel;
using System.Diagnostics;

namespace CourseCnn.Lab.Book.Server;

/// <summary>The reader's own browser, where there is one to be seen.</summary>
static class Browser
{
    /// <returns>False where no browser was asked to open the address.</returns>
    internal static bool TryOpen(Uri address)
    {
        try
        {
            using var process = Process.Start(Start(address));
            return true;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>False on build servers, and on Linux without a screen.</summary>
    internal static bool CanBeSeen =>
        !IsSet("CI") && (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY"));

    static ProcessStartInfo Start(Uri address) =>
        OperatingSystem.IsWindows() ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
        : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address.AbsoluteUri)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not (null or "" or "false" or "0");
}
