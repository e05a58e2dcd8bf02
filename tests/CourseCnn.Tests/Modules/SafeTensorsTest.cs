using System.Text;

namespace CourseCnn.Tests.Modules;

/// <summary>Has a folder for files of its own, and writes some.</summary>
public abstract class SafeTensorsTest : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("safetensors").FullName;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(Folder, recursive: true);
    }

    protected static Sequential Model() => new(new Conv2d(1, 2, 3), new BatchNorm2d(2), new Flatten(), new Linear(72, 3));

    /// <summary>Writes a file with any header, and any numbers behind it.</summary>
    protected void Write(string name, string header, byte[] data)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(At(name), [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. data]);
    }

    protected string At(string name) => Path.Combine(Folder, $"{name}.safetensors");
}
