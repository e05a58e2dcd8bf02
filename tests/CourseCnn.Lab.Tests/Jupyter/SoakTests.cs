using System.Globalization;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>
/// Interrupts loops of every kind at moments that nobody chose. How many interrupts there are in all, the environment variable
/// <c>COURSECNN_INTERRUPTS</c> says.
/// </summary>
[Collection(InstalledKernel.Collection)]
public class SoakTests(InstalledKernel installed)
{
    /// <summary>What the loops work on.</summary>
    static readonly string preparation = $$"""
        #r "{{Path.Combine(Repository.Root, "lib", "CourseCnn", "bin", "CourseCnn.dll")}}"
        using System.Text.RegularExpressions;
        using System.Threading;
        using CourseCnn;
        using static CourseCnn.Plots;
        var kept = 17;
        var n = 0;
        var image = Tensor.Rand((1, 60, 60));
        var layer = new Conv2d(1, 3, (3, 3));
        var big = Tensor.Rand((1, 300, 300));
        var wide = new Conv2d(1, 2, (51, 51), padding: 25);
        var matrix = Tensor.Rand((200, 200));
        var model = new Sequential(new Conv2d(1, 3, (3, 3)), new ReLU(), new Flatten());
        var texts = Enumerable.Range(0, 2000).Select(i => i.ToString()).ToArray();
        var regex = new Regex("(a+)+b");
        int Fib(int m) => m < 2 ? m : Fib(m - 1) + Fib(m - 2);
        """;

    public static TheoryData<string, string> Loops => new()
    {
        { "while", "while (true) { }" },
        { "catch", "while (true) try { if (++n % 1000 == 0) throw new Exception(); } catch (Exception) { }" },
        { "finally", "while (true) try { n++; } finally { for (var i = 0; i < 1000; i++) n--; }" },
        { "convolution", "while (true) layer.Call(image);" },
        { "51 x 51", "while (true) wide.Call(big);" },
        { "matrix product", "while (true) matrix.MatMul(matrix);" },
        { "figures", "while (true) PlotConvs(image, layer).ToString();" },
        { "summary", "while (true) Summary(model, (1, 60, 60)).ToString();" },
        { "JSON", "while (true) System.Text.Json.JsonSerializer.Serialize(texts);" },
        { "string.Join", "while (true) string.Join(\", \", texts);" },
        { "PLINQ", "while (true) ParallelEnumerable.Range(0, 1_000_000_000).Select(i => i % 7).Sum(i => (long)i);" },
        { "Parallel.For", "while (true) Parallel.For(0, 1_000_000_000, i => { if (i < 0) n++; });" },
        { "allocation", "while (true) n += new byte[10_000].Length;" },
        { "recursion", "while (true) Fib(25);" },
        { "lambdas", "Func<int, int> f = x => x + 1; while (true) n = Enumerable.Range(0, 100).Select(f).Sum();" },
        { "regular expression", "while (true) regex.IsMatch(\"aaaaaaaaaaaaaaaa\");" },
        { "sleep", "while (true) Thread.Sleep(1000);" },
        { "await", "while (true) await Task.Delay(1);" },
    };

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task A_loop_that_is_interrupted_at_a_random_moment_leaves_the_process_and_the_variables_whole(string name, string loop)
    {
        using var kernel = new RunningKernel(installed);
        Assert.Equal("ok", kernel.Client.Execute(preparation).Status);
        var random = new Random(name.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var id = kernel.Client.Start($"Console.Write(\"under way\"); {loop}");
            kernel.Client.Next(heard => heard.Type == "stream" && heard.ParentId == id);
            await Task.Delay(random.Next(100), TestContext.Current.CancellationToken);
            kernel.Client.SendControl("interrupt_request");
            var talk = kernel.Client.Hear(id);
            Assert.Equal("Interrupted", (string?)talk.Content["ename"]);
            Assert.DoesNotContain("did not stop", (string?)talk.Content["evalue"]);
            Assert.Equal("17", kernel.Client.Execute("kept").Value);
        }

        Assert.Equal(0, await kernel.ShutDownAsync());
    }

    static int Rounds
    {
        get
        {
            var all = int.TryParse(Environment.GetEnvironmentVariable("COURSECNN_INTERRUPTS"), CultureInfo.InvariantCulture, out var given)
                ? given : 36;
            return Math.Max(1, (all + Loops.Count - 1) / Loops.Count);
        }
    }
}
