using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>Connections on free ports of this machine, each port used once, apart from those that outgoing connections take.</summary>
static class TestConnection
{
    const int First = 10_000;
    const int Count = 20_000;

    static int next = Environment.ProcessId * 1_000;

    public static ConnectionInfo New(string key = "a key of the tests") =>
        new("127.0.0.1", FreePort(), FreePort(), FreePort(), FreePort(), FreePort(), key);

    static int FreePort()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one, then.
            }
        }
    }

    /// <summary>Writes the connection file that a client would.</summary>
    public static string Write(ConnectionInfo connection, string folder)
    {
        var path = Path.Combine(folder, $"connection-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "transport": "tcp", "ip": "{{connection.Ip}}", "key": "{{connection.Key}}", "signature_scheme": "hmac-sha256",
              "shell_port": {{connection.ShellPort}}, "iopub_port": {{connection.IopubPort}}, "stdin_port": {{connection.StdinPort}},
              "control_port": {{connection.ControlPort}}, "hb_port": {{connection.HeartbeatPort}}, "kernel_name": "coursecnn"
            }
            """));
        return path;
    }
}
