using CourseCnn.Session.Contract;

namespace CourseCnn.Session.Tests.Running;

public class OutputTests : SessionTest
{
    [Fact]
    public async Task Both_streams_arrive_as_they_are_written()
    {
        await Value("Console.Write(\"a\"); Console.WriteLine('b'); Console.Error.Write(\"c\"); Console.Write(\"{0}\", 0.5);");
        Assert.Equal(("ab" + Environment.NewLine + "0.5", "c"), (Output.Out, Output.Error));
    }

    [Fact]
    public async Task Output_comes_before_the_cell_has_ended()
    {
        var running = Run("Console.Write(\"first\"); await Task.Delay(1_000); Console.Write(\"last\");");
        while (Output.Out.Length == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Equal("first", Output.Out);
        await running;
        Assert.Equal("firstlast", Output.Out);
    }

    [Fact]
    public async Task A_thread_that_outlives_its_cell_writes_to_its_own_cell()
    {
        await Value(
            "var gate = new System.Threading.ManualResetEventSlim();\n"
            + "var thread = new System.Threading.Thread(() => { gate.Wait(); Console.Write(\"from the thread\"); });\nthread.Start();");
        var first = Output.Out;
        await Value("gate.Set(); thread.Join(); Console.Write(\"from the second cell\");");
        Assert.Equal("", first);
        Assert.Contains("from the thread", Output.Out);
    }

    [Fact]
    public async Task Lines_of_parallel_threads_stay_whole()
    {
        await Value("Parallel.For(0, 500, i => Console.WriteLine($\"line {i} ends\"));");
        var lines = Output.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"line {i} ends").Order(), lines.Order());
    }

    [Fact]
    public async Task Numbers_print_alike_in_every_culture()
    {
        await Value("Console.Write(0.85); Console.Write($\" {1234.5:N1}\"); await Task.Run(() => Console.Write(0.25));");
        Assert.Equal("0.85 1,234.50.25", Output.Out);
    }

    [Fact]
    public async Task A_question_to_nobody_is_an_error()
    {
        var error = await Error("var name = Console.ReadLine();");
        Assert.Contains("nobody is there to answer", error.Message);
    }

    [Fact]
    public async Task Setting_the_consoles_encodings_changes_nothing()
    {
        await Value("Console.InputEncoding = Console.OutputEncoding = Encoding.UTF8; Console.Write(\"é\");");
        Assert.Equal("é", Output.Out);
        Assert.Contains("nobody is there to answer", (await Error("Console.ReadLine()")).Message);
    }

    [Fact]
    public async Task A_console_that_a_cell_redirects_is_the_notebooks_again_in_the_next_cell()
    {
        await Value("var mine = new System.IO.StringWriter(); Console.SetOut(mine); Console.SetError(mine); Console.Write(\"a\");");
        await Value("Console.Write(\"b\"); Console.Error.Write(\"c\");");
        Assert.Equal(("b", "c", "a"), (Output.Out, Output.Error, await Value("mine.ToString()")));
    }

    [Fact]
    public async Task Values_are_displayed_in_the_forms_their_type_prefers()
    {
        await Value("display(\"text\"); new[] { 1, 2 }.Display(); \"<b>bold</b>\".DisplayAs(\"text/html\"); display(HTML(\"<i>x</i>\"));");
        Assert.Equal("text", Output.Displays[0].Data["text/plain"]);
        Assert.Equal(new MimeBundle([new("text/plain", "[ 1, 2 ]")]).Forms, Output.Displays[1].Data.Forms);
        Assert.Equal(new MimeBundle([new("text/html", "<b>bold</b>")]).Forms, Output.Displays[2].Data.Forms);
        Assert.Equal("<i>x</i>", Output.Displays[3].Data["text/html"]);
    }

    [Fact]
    public async Task An_object_with_properties_is_shown_as_a_table()
    {
        var result = await Run("new[] { new { Name = \"Ada\", Born = 1815 }, new { Name = \"Alan\", Born = 1912 } }");
        Assert.Contains("<table>", result.Value!["text/html"]);
        Assert.Contains("1815", result.Value["text/html"]);
        Assert.DoesNotContain("\r", result.Value["text/html"]!);
    }

    [Fact]
    public async Task A_displayed_value_is_updated_in_its_place_also_from_a_later_cell()
    {
        await Value("var shown = display(\"one\"); shown.Update(\"two\");");
        await Value("shown.Update(\"three\");");
        Assert.Equal(["two", "three"], Output.Updates.Select(update => update.Data["text/plain"]));
        Assert.All(Output.Updates, update => Assert.Equal(Output.Displays[0].Id, update.Id));
    }

    [Fact]
    public async Task A_mime_type_can_be_chosen()
    {
        await Value("display(new { Name = \"Ada\" }, \"application/json\");");
        Assert.Equal("""{"Name":"Ada"}""", Output.Displays[0].Data["application/json"]);
        Assert.Single(Output.Displays[0].Data.Forms);
    }

    [Fact]
    public async Task A_formatter_registered_by_a_cell_holds()
    {
        await Value(
            "using Microsoft.DotNet.Interactive.Formatting;\nrecord Money(int Cents);\n"
            + "Formatter.Register<Money>(m => $\"{m.Cents / 100.0:F2} €\", \"text/plain\");");
        Assert.Equal("1.50 €", await Value("new Money(150)"));
    }
}
