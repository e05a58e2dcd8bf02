namespace CourseCnn.Lab.Tests.Jupyter;

public class InputTests : KernelTest
{
    [Fact]
    public void Reading_a_line_asks_with_the_unfinished_line_as_prompt()
    {
        var id = Client.Start(
            "Console.WriteLine(\"Hello\"); Console.Write(\"Your name? \"); var name = Console.ReadLine(); Console.Write($\"Hi {name}\");");
        var question = Client.NextQuestion();
        Assert.Equal(("Your name? ", false, id), (question.Text("prompt"), (bool)question.Content["password"]!, question.ParentId));
        Client.Reply("Ada");
        Assert.Equal("Hello" + Environment.NewLine + "Hi Ada", Client.Hear(id).Text());
    }

    [Fact]
    public void A_password_is_asked_for_as_one()
    {
        var id = Client.Start("var p = await GetPasswordAsync(\"Key: \"); p.Length");
        var question = Client.NextQuestion();
        Assert.Equal(("Key: ", true), (question.Text("prompt"), (bool)question.Content["password"]!));
        Client.Reply("secret");
        Assert.Equal("6", Client.Hear(id).Value);
    }

    [Fact]
    public void Letters_are_read_from_the_same_lines()
    {
        var id = Client.Start("var first = (char)Console.Read(); $\"{first}|{Console.ReadLine()}|{await GetInputAsync(\"?\")}\"");
        Client.NextQuestion();
        Client.Reply("abc");
        Assert.Equal("?", Client.NextQuestion().Text("prompt"));
        Client.Reply("d");
        Assert.Equal("a|bc|d", Client.Hear(id).Value);
    }

    [Fact]
    public void What_a_cell_does_not_read_of_an_answer_is_not_left_to_the_next_cell()
    {
        var id = Client.Start("(char)Console.Read()");
        Client.NextQuestion();
        Client.Reply("abc");
        Assert.Equal("a", Client.Hear(id).Value);
        var next = Client.Start("Console.ReadLine()");
        Client.NextQuestion();
        Client.Reply("new");
        Assert.Equal("new", Client.Hear(next).Value);
    }

    [Fact]
    public void Where_nobody_may_be_asked_it_is_an_error()
    {
        var talk = Client.Execute("Console.ReadLine();", content => content["allow_stdin"] = false);
        Assert.Contains("nobody is there to answer", (string?)talk.Content["evalue"]);
    }

    [Fact]
    public void A_cell_that_waits_for_an_answer_can_be_interrupted_and_a_late_answer_is_dropped()
    {
        var id = Client.Start("Console.ReadLine()");
        Client.NextQuestion();
        Client.AskControl("interrupt_request");
        Assert.Equal("Interrupted", (string?)Client.Hear(id).Content["ename"]);

        Client.Reply("late");
        var again = Client.Start("Console.ReadLine()");
        Client.NextQuestion();
        Client.Reply("in time");
        Assert.Equal("in time", Client.Hear(again).Value);
    }

    [Fact]
    public void A_question_waits_for_a_client_that_is_slow_to_listen()
    {
        using var late = new TestClient(Connection, listens: false);
        var id = late.Start("Console.WriteLine(1); Console.ReadLine()");
        late.Next(heard => heard.Type == "stream");
        late.Listen();
        late.NextQuestion();
        late.Reply("here");
        Assert.Equal("here", late.Hear(id).Value);
    }
}
