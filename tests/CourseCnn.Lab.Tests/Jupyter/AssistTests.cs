using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

public class AssistTests : KernelTest
{
    [Fact]
    public void Completions_come_with_their_places_and_types()
    {
        Client.Execute("var numbers = new List<int>();");
        var reply = Client.Ask("complete_request", new() { ["code"] = "/* 😀 */ numbers.Ad; 1", ["cursor_pos"] = 18 }).Content;
        Assert.Equal("[\"Add\",\"AddRange\"]", reply["matches"]!.ToJsonString());
        Assert.Equal((16, 18), ((int)reply["cursor_start"]!, (int)reply["cursor_end"]!));
        Assert.Equal("""{"start":16,"end":18,"text":"Add","type":"method"}""",
            reply["metadata"]!["_jupyter_types_experimental"]![0]!.ToJsonString());
    }

    [Fact]
    public void An_inspection_is_text_and_markdown()
    {
        var reply = Client.Ask("inspect_request", new() { ["code"] = "Math.Sqrt(2)", ["cursor_pos"] = 7, ["detail_level"] = 0 }).Content;
        Assert.True((bool)reply["found"]!);
        Assert.StartsWith("double Math.Sqrt(double d)", (string?)reply["data"]!["text/plain"]);
        Assert.StartsWith("```csharp\ndouble Math.Sqrt(double d)\n```", (string?)reply["data"]!["text/markdown"]);
        Assert.False((bool)Client.Ask("inspect_request", new() { ["code"] = "nothing", ["cursor_pos"] = 3 }).Content["found"]!);
    }

    [Theory]
    [InlineData("1 + 1", "complete", null)]
    [InlineData("if (true)\n{", "incomplete", "    ")]
    [InlineData("int x = ) 3;", "invalid", null)]
    public void Code_is_judged(string code, string status, string? indent)
    {
        var reply = Client.Ask("is_complete_request", new() { ["code"] = code });
        Assert.Equal((status, indent), (reply.Status, (string?)reply.Content["indent"]));
    }

    [Fact]
    public void Requests_without_their_fields_are_answered_all_the_same()
    {
        foreach (var type in new[] { "complete", "inspect", "is_complete", "history", "comm_info", "execute" })
            Assert.Equal($"{type}_reply",
                Client.Ask($"{type}_request", new JsonObject { ["code"] = 3, ["cursor_pos"] = "x", ["n"] = -5 }).Reply.Type);
    }
}
