using CourseCnn.Lab.Jupyter.Messages;

namespace CourseCnn.Lab.Tests.Jupyter;

public class StreamTests : KernelTest
{
    [Fact]
    public void Both_streams_keep_their_order()
    {
        var talk = Client.Execute("Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.Write(\"c\");");
        Assert.Equal(["stdout a", "stderr b", "stdout c"],
            talk.Told.Where(heard => heard.Type == "stream").Select(heard => $"{heard.Text("name")} {heard.Text("text")}"));
    }

    [Fact]
    public void Text_comes_while_the_cell_still_runs()
    {
        var id = Client.Start("Console.WriteLine(\"first\"); Console.ReadLine();");
        Assert.Equal("first" + Environment.NewLine, Client.Next(heard => heard.Type == "stream").Text("text"));
        Client.NextQuestion();
        Client.Reply("");
        Assert.Equal("ok", Client.Hear(id).Status);
    }

    [Theory]
    [InlineData("Console.Write(\"\\U0001F600 ä\");", "😀 ä")]
    [InlineData("Console.Write('\\uD83D'); Console.Write('\\uDE00');", "😀")]
    [InlineData("Console.Write('\\uD83D');", "\uFFFD")]
    [InlineData("Console.Write(\"a\\0b\\u001b[1mc\");", "a\0b\u001b[1mc")]
    public void Any_text_can_be_printed(string code, string expected) => Assert.Equal(expected, Client.Execute(code).Text());

    [Fact]
    public void A_hundred_megabytes_are_cut_with_a_note_and_kernel_and_client_stay_responsive()
    {
        var id = Client.Start("var line = new string('x', 999); for (var i = 0; i < 100_000; i++) Console.WriteLine(line);");
        Assert.True(Client.IsAlive());
        Assert.Equal("ok", Client.AskControl("kernel_info_request").Status);

        var talk = Client.Hear(id);
        Assert.Equal("ok", talk.Status);
        Assert.Equal(CellOutput.MostText, talk.Text().Length);
        Assert.Contains("cut here", talk.Text("stderr"));
        var dropped = 100_000L * (999 + Environment.NewLine.Length) - CellOutput.MostText;
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{dropped:N0} characters were not shown"),
            talk.Text("stderr"));
        Assert.Equal("2", Client.Execute("1 + 1").Value);
    }

    [Fact]
    public void One_write_larger_than_all_that_is_shown_is_cut()
    {
        var talk = Client.Execute("Console.Write(new string('y', 20_000_000));");
        Assert.Equal(CellOutput.MostText, talk.Text().Length);
        Assert.Contains("10,000,000 characters were not shown", talk.Text("stderr"));
    }

    [Fact]
    public void Ten_thousand_displays_all_come_in_order()
    {
        var talk = Client.Execute("for (var i = 0; i < 10_000; i++) display(i, \"text/plain\");");
        var shown = talk.Told.Where(heard => heard.Type == "display_data").Select(heard => (string?)heard.Content["data"]!["text/plain"]);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), shown);
    }

    [Fact]
    public void A_thread_that_outlives_its_cell_writes_to_its_own_cell()
    {
        var first = Client.Start("var gate = new System.Threading.ManualResetEventSlim(); new System.Threading.Thread(() => { "
            + "gate.Wait(); Console.Write(\"late\"); display(1); }).Start();");
        Client.Hear(first);
        Client.Start("gate.Set();");
        Assert.Equal(first, Client.Next(heard => heard.Type == "stream").ParentId);
        Assert.Equal(first, Client.Next(heard => heard.Type == "display_data").ParentId);
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => throw new FormatException(\"lost\")).Start();")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new FormatException(\"lost\"));")]
    [InlineData("var timer = new System.Threading.Timer(_ => throw new FormatException(\"lost\"), null, 10, -1);")]
    public void An_exception_on_a_thread_of_a_cell_is_told_and_the_kernel_lives_on(string code)
    {
        var id = Client.Start(code);
        Assert.Contains("FormatException: lost", Client.Next(heard => heard.Type == "stream" && heard.ParentId == id).Text("text"));
        Assert.Equal("ok", Client.Execute("1").Status);
    }
}
