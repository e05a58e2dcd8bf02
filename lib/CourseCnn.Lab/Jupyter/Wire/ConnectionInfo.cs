using System.Globalization;
using System.Text.Json;

namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>Where a client waits for the kernel, and the key they share: the connection file that Jupyter writes.</summary>
sealed record ConnectionInfo(string Ip, int ShellPort, int IopubPort, int StdinPort, int ControlPort, int HeartbeatPort, string Key)
{
    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionFileException">It is missing, broken, or asks for what is not offered.</exception>
    public static ConnectionInfo Read(string path)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(file.RootElement, path);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ConnectionFileException($"{path} is no connection file as Jupyter writes it: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException($"The connection file {path} cannot be read: {error.Message}");
        }
    }

    public string Address(int port) => $"tcp://{Ip}:{port.ToString(CultureInfo.InvariantCulture)}";

    static ConnectionInfo Read(JsonElement file, string path)
    {
        int Port(string name) => file.GetProperty(name).GetInt32();

        var transport = file.TryGetProperty("transport", out var given) ? given.GetString() : "tcp";
        if (transport != "tcp")
            throw new ConnectionFileException($"{path} asks for the transport {transport}; this kernel speaks tcp.");
        var key = file.TryGetProperty("key", out given) ? given.GetString()! : "";
        var scheme = file.TryGetProperty("signature_scheme", out given) ? given.GetString() : WireFormat.Scheme;
        if (key.Length > 0 && scheme != WireFormat.Scheme)
            throw new ConnectionFileException($"{path} asks for signatures by {scheme}; this kernel signs by {WireFormat.Scheme}.");
        return new(
            file.GetProperty("ip").GetString()!,
            Port("shell_port"), Port("iopub_port"), Port("stdin_port"), Port("control_port"), Port("hb_port"), key);
    }
}
