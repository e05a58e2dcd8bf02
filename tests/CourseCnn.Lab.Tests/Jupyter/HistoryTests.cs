using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.History;

namespace CourseCnn.Lab.Tests.Jupyter;

public class HistoryTests : KernelTest
{
    static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_tail_is_the_last_cells_with_their_values_if_asked()
    {
        foreach (var code in new[] { "var a = 1;", "a + 1", "throw new Exception();" })
            Client.Execute(code);
        Assert.Equal("[[1,2,\"a + 1\"],[1,3,\"throw new Exception();\"]]", Ask("tail", ("n", 2)));
        Assert.Equal("[[1,1,[\"var a = 1;\",null]],[1,2,[\"a + 1\",\"2\"]],[1,3,[\"throw new Exception();\",null]]]",
            Ask("tail", ("n", 9), ("output", true)));
    }

    [Fact]
    public async Task Other_sessions_are_told_by_their_number()
    {
        await new OtherKernel(History).Add("old 1", "old 2");
        await new OtherKernel(History).Add("older", "than this");
        Client.Execute("1");
        Assert.Equal("[[3,1,\"1\"]]", Ask("range", ("session", 0)));
        Assert.Equal("[[2,1,\"older\"]]", Ask("range", ("session", -1), ("start", 1), ("stop", 2)));
        Assert.Equal("[[1,2,\"old 2\"]]", Ask("range", ("session", 1), ("start", 2)));
        Assert.Equal("[[2,1,\"older\"],[2,2,\"than this\"],[3,1,\"1\"]]", Ask("tail", ("n", 3)));
    }

    [Fact]
    public void A_search_finds_by_pattern_the_latest_first_named_once_if_asked()
    {
        foreach (var code in new[] { "1 + 2", "\"[1]*\"", "1 + 2", "1 + 3" })
            Client.Execute(code);
        Assert.Equal("[[1,1,\"1 + 2\"],[1,3,\"1 + 2\"],[1,4,\"1 + 3\"]]", Ask("search", ("pattern", "1 ? *")));
        Assert.Equal("[[1,3,\"1 + 2\"],[1,4,\"1 + 3\"]]", Ask("search", ("pattern", "1*"), ("unique", true)));
        Assert.Equal("[[1,4,\"1 + 3\"]]", Ask("search", ("pattern", "1*"), ("n", 1)));
        Assert.Equal("[]", Ask("search", ("pattern", "+")));
        Assert.Equal("[[1,2,\"\\\"[1]*\\\"\"]]", Ask("search", ("pattern", "*[1]*")));
    }

    [Fact]
    public async Task Two_kernels_that_write_at_once_forget_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            new OtherKernel(History).Add([.. Enumerable.Range(0, 25).Select(j => $"{i} {j}")]))));
        var kept = History.Read();
        Assert.Equal(100, kept.Count);
        Assert.Equal([1, 2, 3, 4], kept.Select(entry => entry.Session).Distinct().Order());
        Assert.All(kept.GroupBy(entry => entry.Session), session => Assert.Equal(25, session.Count()));
    }

    [Fact]
    public async Task The_file_never_grows_beyond_its_bounds_and_survives_damage()
    {
        var writer = new OtherKernel(History);
        await writer.Add([.. Enumerable.Repeat(new string('x', 90_000), 30)]);
        Assert.InRange(History.Read().Sum(entry => entry.Input.Length), 800_000, 1_000_000);
        await writer.Add([.. Enumerable.Range(0, 1_100).Select(i => $"{i}")]);
        Assert.Equal(1_000, History.Read().Count);
        Assert.Equal("1099", History.Read()[^1].Input);

        var path = Path.Combine(Folder, "data", "history.jsonl");
        await File.AppendAllTextAsync(path, "{oops\n[1]\n[1,2,3,4]\nnull\n", TestContext.Current.CancellationToken);
        Assert.Equal(1_000, History.Read().Count);
        await writer.Add("after");
        Assert.Equal("after", History.Read()[^1].Input);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_costs_nothing_but_the_memory_of_it()
    {
        var file = Path.Combine(Folder, "a file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var log = new HistoryLog(new HistoryFile(Path.Combine(file, "history.jsonl")));
        log.Add(1, "kept", null);
        await log.FlushAsync();
        Assert.Equal("kept", Assert.Single(log.Tail(5)).Input);
    }

    string Ask(string type, params (string Name, JsonNode Value)[] more)
    {
        var content = new JsonObject { ["hist_access_type"] = type, ["raw"] = true, ["output"] = false };
        foreach (var (name, value) in more)
            content[name] = value;
        return Client.Ask("history_request", content).Content["history"]!.ToJsonString(plain);
    }

    /// <summary>Another kernel's log on the same file.</summary>
    sealed class OtherKernel(HistoryFile file)
    {
        readonly HistoryLog log = new(file);
        int count;

        public Task Add(params string[] inputs)
        {
            foreach (var input in inputs)
                log.Add(++count, input, null);
            return log.FlushAsync();
        }
    }
}
