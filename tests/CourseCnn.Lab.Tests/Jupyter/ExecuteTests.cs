using System.Text.Json.Nodes;

namespace CourseCnn.Lab.Tests.Jupyter;

public class ExecuteTests : KernelTest
{
    [Fact]
    public void A_cell_is_busy_input_output_result_idle_in_that_order()
    {
        var talk = Client.Execute("Console.WriteLine(\"hello\"); display(1); 6 * 7");
        Assert.Equal("busy execute_input stream display_data execute_result idle", talk.Order);
        Assert.Equal(("ok", "hello" + Environment.NewLine, "42"), (talk.Status, talk.Text(), talk.Value));
        Assert.All(talk.Told.Append(talk.Reply), heard => Assert.Equal("5.4", (string?)heard.Header["version"]));
    }

    [Fact]
    public void Cells_are_counted_and_know_each_other()
    {
        Client.Execute("var x = 20;");
        var talk = Client.Execute("x + 1");
        Assert.Equal((2, "21"), ((int)talk.Content["execution_count"]!, talk.Value));
        Assert.Equal("x + 1", talk.One("execute_input").Text("code"));
    }

    [Fact]
    public void A_silent_cell_says_nothing_and_is_not_counted()
    {
        var talk = Client.Execute("var y = 1; Console.WriteLine(y); y", content => content["silent"] = true);
        Assert.Equal("busy idle", talk.Order);
        Assert.Equal("ok", talk.Status);
        Assert.Equal(1, (int)Client.Execute("y").Content["execution_count"]!);
    }

    [Fact]
    public void A_cell_that_is_not_stored_is_shown_but_not_counted()
    {
        Assert.Equal("busy execute_input execute_result idle", Client.Execute("5", content => content["store_history"] = false).Order);
        Assert.Equal(1, (int)Client.Execute("6").Content["execution_count"]!);
    }

    [Fact]
    public void User_expressions_are_evaluated_each_for_itself()
    {
        var talk = Client.Execute(
            "var z = 4;", content => content["user_expressions"] = new JsonObject { ["good"] = "z * 2", ["bad"] = "nothing" });
        var values = talk.Content["user_expressions"]!;
        Assert.Equal("8", (string?)values["good"]!["data"]!["text/plain"]);
        Assert.Equal(("error", "CompilationError"), ((string?)values["bad"]!["status"], (string?)values["bad"]!["ename"]));
        Assert.Equal("ok", talk.Status);
    }

    [Fact]
    public void An_error_shows_the_learners_line_in_colour()
    {
        var talk = Client.Execute("var n = 0;\nvar m = 1 / n;");
        Assert.Equal("busy execute_input error idle", talk.Order);
        Assert.Equal(("error", "DivideByZeroException"), (talk.Status, (string?)talk.Content["ename"]));
        var traceback = talk.One("error").Content["traceback"]!.AsArray().Select(line => (string)line!).ToList();
        Assert.Equal("\u001b[1;31mDivideByZeroException\u001b[0m: Attempted to divide by zero.", traceback[0]);
        Assert.Contains("\u001b[1m>   2 | var m = 1 / n;\u001b[0m", traceback);
        Assert.DoesNotContain(traceback, line => line.Contains("   at "));
    }

    [Fact]
    public void An_error_in_an_earlier_cell_names_it_by_the_number_that_the_page_shows()
    {
        Client.Execute("1", content => content["silent"] = true);
        Client.Execute("void Fail() => throw new InvalidOperationException(\"no\");");
        var traceback = Client.Execute("Fail();").One("error").Content["traceback"]!.ToJsonString();
        Assert.Contains("In cell 1, line 1:", traceback);
    }

    [Fact]
    public void Two_hundred_cells_with_an_error_in_the_middle_are_run_up_to_there_and_aborted_from_there()
    {
        var ids = Enumerable.Range(0, 200)
            .Select(i => Client.Start(i == 100 ? "throw new Exception(\"stop\");" : i == 150 ? "150" : "var a = 1;")).ToList();
        var info = Client.Send("kernel_info_request");

        var statuses = ids.Select(_ => Client.NextReply().Text("status")).ToList();
        Assert.Equal(Enumerable.Repeat("ok", 100).Append("error").Concat(Enumerable.Repeat("aborted", 99)), statuses);
        Assert.Equal("kernel_info_reply", Client.NextReply().Type);
        Client.HearUntilIdle(ids[100]);
        Assert.Equal(["busy", "idle"], Client.HearUntilIdle(ids[150]).Select(heard => heard.Word));
        Client.HearUntilIdle(info);
        var next = Client.Execute("\"on\"");
        Assert.Equal(("on", 102), (next.Value, (int)next.Content["execution_count"]!));
    }

    [Fact]
    public void An_error_that_is_not_to_stop_the_others_does_not()
    {
        var first = Client.Start("throw new Exception();", content => content["stop_on_error"] = false);
        var second = Client.Start("2");
        Assert.Equal("error", Client.Hear(first).Status);
        Assert.Equal("2", Client.Hear(second).Value);
    }

    [Fact]
    public void A_question_mark_behind_a_name_shows_what_it_is_in_the_pager()
    {
        var payload = Assert.Single(Client.Execute("Console?").Content["payload"]!.AsArray())!;
        Assert.Equal("page", (string?)payload["source"]);
        Assert.Contains("class System.Console", (string?)payload["data"]!["text/plain"]);
        Assert.Contains("nothing called Nobody", Client.Execute("Nobody?").Content["payload"]!.ToJsonString());
    }
}
