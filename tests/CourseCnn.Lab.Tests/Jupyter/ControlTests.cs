using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

public class ControlTests : KernelTest
{
    [Fact]
    public void The_kernel_says_who_it_is()
    {
        var talk = Client.Ask("kernel_info_request");
        Assert.Equal("busy idle", talk.Order);
        Assert.Equal(
            ("ok", "5.4", "C#"), (talk.Status, (string?)talk.Content["protocol_version"], (string?)talk.Content["language_info"]!["name"]));
        Assert.Equal("kernel_info_reply", Client.AskControl("kernel_info_request").Reply.Type);
    }

    [Fact]
    public void Each_subscriber_is_welcomed()
    {
        using var second = new TestClient(Connection);
        Assert.Equal("", second.Welcome.Text("subscription"));
        Assert.Null(second.Welcome.ParentId);
    }

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("await Task.Delay(100_000);")]
    [InlineData("var t = Task.Run(() => System.Threading.Thread.Sleep(100_000)); t.Wait();")]
    public void An_interrupt_ends_the_cell_with_an_error_and_variables_keep_their_values(string code)
    {
        Client.Execute("var kept = 3;");
        var id = Client.Start("kept = 4; Console.WriteLine(\"under way\"); " + code);
        Client.Next(heard => heard.Type == "stream");
        Assert.True(Client.IsAlive());
        Assert.Equal("ok", Client.AskControl("interrupt_request").Status);
        Assert.Equal(("error", "Interrupted"), (Client.Hear(id) is var talk ? talk.Status : null, (string?)talk.Content["ename"]));
        Assert.Equal("4", Client.Execute("kept").Value);
    }

    [Fact]
    public void An_interrupt_also_stops_the_cells_that_wait()
    {
        var first = Client.Start("Console.Write(1); while (true) {}");
        Client.Next(heard => heard.Type == "stream");
        var second = Client.Start("2");
        Client.SendControl("interrupt_request");
        Assert.Equal("error", Client.Hear(first).Status);
        Assert.Equal("aborted", Client.Hear(second).Status);
    }

    [Fact]
    public void An_interrupt_of_nothing_does_nothing()
    {
        Assert.Equal("ok", Client.AskControl("interrupt_request").Status);
        Assert.Equal("2", Client.Execute("1 + 1").Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shutdown_is_answered_and_told_to_everybody_also_while_a_cell_runs(bool restart)
    {
        Client.Start("Console.Write(1); while (true) {}");
        Client.Next(heard => heard.Type == "stream");
        var talk = Client.AskControl("shutdown_request", new() { ["restart"] = restart });
        Assert.Equal(("shutdown_reply", "busy shutdown_reply idle"), (talk.Reply.Type, talk.Order));
        Assert.Equal(restart, (bool)talk.Content["restart"]!);
        await Kernel.Ended.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_message_of_an_unknown_type_is_left_alone()
    {
        Client.Send("dance_request", new JsonObject { ["steps"] = 3 });
        Client.SendControl("dance_request");
        Assert.Equal("2", Client.Execute("1 + 1").Value);
        Assert.Contains(Log, text => text.Contains("dance_request"));
    }
}
