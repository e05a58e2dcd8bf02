namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>The tests that share one installed kernel.</summary>
[CollectionDefinition(InstalledKernel.Collection)]
public class InstalledKernelCollection : ICollectionFixture<InstalledKernel>;
