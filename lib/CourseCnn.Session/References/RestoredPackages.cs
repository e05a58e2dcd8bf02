namespace CourseCnn.Session.References;

/// <summary>The files that restored packages bring, dependencies included, as full paths.</summary>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries for this machine.</param>
sealed record RestoredPackages(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native);
