using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

public class CommTests : KernelTest
{
    const string Echo = """
        using CourseCnn.Session.Display.Comms;
        Comms.Register("echo", (comm, data) =>
        {
            Console.Write($"opened with {data.ToJsonString()}");
            comm.Received += said => comm.Send(new { echo = said["text"].GetValue<string>() + "!" });
            comm.Closed += _ => Console.Write("closed");
        });
        """;

    [Fact]
    public void A_page_opens_a_comm_talks_and_closes_it()
    {
        Client.Execute(Echo);
        var opened = Client.HearUntilIdle(Client.Send("comm_open", Comm("c1", ("target_name", "echo"), ("data", new JsonArray(1)))));
        Assert.Equal("opened with [1]", opened.Single(heard => heard.Type == "stream").Text("text"));
        Assert.Equal("echo", (string?)Client.Ask("comm_info_request").Content["comms"]!["c1"]!["target_name"]);

        var id = Client.Send("comm_msg", Comm("c1", ("data", new JsonObject { ["text"] = "hello" })));
        var answer = Client.HearUntilIdle(id).Single(heard => heard.Type == "comm_msg");
        Assert.Equal(("c1", "hello!", id), (answer.Text("comm_id"), (string?)answer.Content["data"]!["echo"], answer.ParentId));

        var closed = Client.HearUntilIdle(Client.Send("comm_close", Comm("c1", ("data", new JsonObject()))));
        Assert.Equal("closed", closed.Single(heard => heard.Type == "stream").Text("text"));
        Assert.Empty(Client.Ask("comm_info_request").Content["comms"]!.AsObject());
    }

    [Fact]
    public void A_comm_for_which_nothing_waits_is_closed_at_once()
    {
        var told = Client.HearUntilIdle(Client.Send("comm_open", Comm("c2", ("target_name", "nobody"), ("data", new JsonObject()))));
        Assert.Equal("c2", told.Single(heard => heard.Type == "comm_close").Text("comm_id"));
    }

    [Fact]
    public void A_cell_opens_a_comm_and_hears_what_the_page_says()
    {
        var opened = Client.Execute("using CourseCnn.Session.Display.Comms; var comm = Comms.Open(\"widget\", new { a = 1 }); "
            + "comm.Received += said => display(said.ToJsonString()); comm.Send(2);");
        Assert.Equal("busy execute_input comm_open comm_msg idle", opened.Order);
        var comm = opened.One("comm_open");
        Assert.Equal(("widget", 1), (comm.Text("target_name"), (int)comm.Content["data"]!["a"]!));

        var told = Client.HearUntilIdle(Client.Send("comm_msg", Comm(comm.Text("comm_id")!, ("data", new JsonArray(7)))));
        Assert.Equal("[7]", (string?)told.Single(heard => heard.Type == "display_data").Content["data"]!["text/plain"]);
        Assert.Equal("busy execute_input comm_close idle", Client.Execute("comm.Close();").Order);
        Assert.Contains("open a new one", (string?)Client.Execute("comm.Send(1);").Content["evalue"]);
    }

    [Fact]
    public void What_fails_in_a_comm_is_told_where_its_message_is_shown()
    {
        Client.Execute(
            "using CourseCnn.Session.Display.Comms; Comms.Register(\"bad\", (comm, data) => throw new FormatException(\"no\"));");
        var told = Client.HearUntilIdle(Client.Send("comm_open", Comm("c3", ("target_name", "bad"), ("data", new JsonObject()))));
        Assert.Contains("FormatException: no", told.Single(heard => heard.Type == "stream").Text("text"));
    }

    [Fact]
    public void What_a_page_asked_for_can_be_stopped()
    {
        Client.Execute(
            "using CourseCnn.Session.Display.Comms; Comms.Register(\"long\", (comm, data) => { Console.WriteLine(1); while (true) {} });");
        var id = Client.Send("comm_open", Comm("c4", ("target_name", "long"), ("data", new JsonObject())));
        Client.Next(heard => heard.Type == "stream");
        Client.SendControl("interrupt_request");
        Assert.Contains("stopped before its end", Client.HearUntilIdle(id).Single(heard => heard.Type == "stream").Text("text"));
        Assert.Equal("2", Client.Execute("1 + 1").Value);
    }

    static JsonObject Comm(string id, params (string Name, JsonNode? Value)[] more)
    {
        var content = new JsonObject { ["comm_id"] = id };
        foreach (var (name, value) in more)
            content[name] = value;
        return content;
    }
}
