namespace CourseCnn.Tests.Tensors.RandomNumbers;

/// <summary>Tests that seed the one generator of the process: nothing may draw from it beside them.</summary>
[CollectionDefinition(nameof(SharedGenerator), DisableParallelization = true)]
public class SharedGenerator;
