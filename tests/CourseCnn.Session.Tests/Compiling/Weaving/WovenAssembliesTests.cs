using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CourseCnn.Session.Compiling.Weaving;
using CourseCnn.Session.Running;

namespace CourseCnn.Session.Tests.Compiling.Weaving;

/// <summary>Thousands of methods that nobody wrote for this test: after weaving, the runtime still finds all of them valid.</summary>
public class WovenAssembliesTests
{
    [Theory]
    [InlineData("session", 1000)]
    [InlineData("tests", 300)]
    [InlineData("library", 1000)]
    public void Every_method_of_a_woven_assembly_compiles(string which, int atLeast)
    {
        var file = which switch
        {
            "session" => typeof(Checkpoint).Assembly.Location,
            "tests" => GetType().Assembly.Location,
            _ => Path.Combine(Repository.Root, "lib", "CourseCnn", "bin", "CourseCnn.dll"),
        };
        using var assembly = File.OpenRead(file);
        using var symbols = File.OpenRead(Path.ChangeExtension(file, ".pdb"));
        var (woven, wovenSymbols) = Weaver.Weave(assembly, symbols);
        Assert.True(woven.Length > assembly.Length);

        var context = new Beside(Path.GetDirectoryName(file)!);
        var methods = context.LoadFromStream(woven, wovenSymbols).GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetMembers(
                BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .OfType<MethodBase>()
            .Where(method => !method.ContainsGenericParameters && method.GetMethodBody() is not null)
            .ToList();
        Assert.True(methods.Count >= atLeast, $"only {methods.Count} methods");
        var invalid = new List<string>();
        foreach (var method in methods)
            try
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
            catch (Exception error) when (error is InvalidProgramException or BadImageFormatException)
            {
                invalid.Add($"{method.DeclaringType}.{method.Name}");
            }

        Assert.Empty(invalid);
    }

    /// <summary>Finds what an assembly needs beside it, or where the tests find it.</summary>
    sealed class Beside(string folder) : AssemblyLoadContext("woven")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            !File.Exists(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
            && Path.Combine(folder, assemblyName.Name + ".dll") is var file && File.Exists(file)
                ? LoadFromAssemblyPath(file)
                : null;
    }
}
