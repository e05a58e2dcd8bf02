using System.Diagnostics;
using NetMQ;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>
/// Binds a socket to an address that may be taken for a moment: a crashed process leaves it to the one that watched it,
/// which says what happened and leaves it to the next kernel.
/// </summary>
static class PatientBinding
{
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="AddressAlreadyInUseException">The address is still taken after so long.</exception>
    public static void BindPatiently(this NetMQSocket socket, string address, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                socket.Bind(address);
                return;
            }
            catch (AddressAlreadyInUseException) when (watch.Elapsed < patience)
            {
                Thread.Sleep(pause);
            }
        }
    }
}
