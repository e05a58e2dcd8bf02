using System.CommandLine;
using CourseCnn.Benchmarks;
using CourseCnn.Benchmarks.Libtorch;
using CourseCnn.Benchmarks.Reports;

var quick = new Option<bool>("--quick") { Description = "Few rounds: under a minute" };
var only = new Option<string?>("--only") { Description = "Only workloads whose names or groups contain this text" };
var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file" };
var markdown = new Option<FileInfo?>("--markdown") { Description = "Also write the tables to this file" };
var threads = new Option<int[]>("--threads") { Description = "Numbers of threads", DefaultValueFactory = _ => [1, 2] };
var crossings = new Option<bool>("--crossings") { Description = "Compare our methods with each other instead, where they cross" };

var compare = new RootCommand("Compares CourseCnn with libtorch, workload by workload") { quick, only, json, markdown, threads, crossings };
compare.SetAction(arguments =>
{
    if (arguments.GetValue(crossings))
    {
        Console.Write(CrossingRun.Measure());
        return;
    }

    var run = new BenchmarkRun(arguments.GetValue(quick), arguments.GetValue(only), arguments.GetValue(threads)!);
    var report = run.Measure();
    Console.Write(MarkdownReport.Write(report));
    if (arguments.GetValue(markdown) is { } page)
        File.WriteAllText(page.FullName, MarkdownReport.Write(report));
    if (arguments.GetValue(json) is { } file)
        File.WriteAllText(file.FullName, JsonReport.Write(report));
});

var library = new Argument<FileInfo>("library");
var version = new Argument<string>("version");
var relax = new Command("relax", "Makes a library load where a version of a symbol is missing") { library, version };
relax.SetAction(arguments =>
{
    var (file, name) = (arguments.GetRequiredValue(library), arguments.GetRequiredValue(version));
    Console.Error.WriteLine($"{file.Name}: {SymbolVersions.MakeWeak(file.FullName, name)} requirement of {name} made weak");
});
compare.Add(relax);

return compare.Parse(args).Invoke();
