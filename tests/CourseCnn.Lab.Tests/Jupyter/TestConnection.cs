using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CourseCnn.Lab.Jupyter.Wire;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>Connections on free ports of this machine.</summary>
static class TestConnection
{
    public static ConnectionInfo New(string key = "a key of the tests")
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        listeners.ForEach(listener => listener.Stop());
        return new("127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], key);
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
