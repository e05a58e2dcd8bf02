using System.Runtime.CompilerServices;
using CourseCnn.Lab.Jupyter.Comms;
using CourseCnn.Session.References;

namespace CourseCnn.Lab.Tests;

/// <summary>Sessions that tests open share with cells what the program shares with them.</summary>
static class SharedAssemblies
{
    [ModuleInitializer]
    internal static void Share() => HostReferences.Share(typeof(Comms).Assembly);
}
