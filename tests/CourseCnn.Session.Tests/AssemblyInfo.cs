using Xunit.Sdk;
using Xunit.v3;

// A session owns the process's console and current folder: one at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
