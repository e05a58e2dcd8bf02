namespace CourseCnn.Lab.Tests.Jupyter;

public class DisplayTests : KernelTest
{
    [Fact]
    public void A_value_comes_in_all_its_forms()
    {
        var data = Client.Execute("\"<b>x</b>\".DisplayAs(\"text/html\"); display(new { A = 1 }, \"application/json\");")
            .Told.Where(heard => heard.Type == "display_data").Select(heard => heard.Content["data"]!).ToList();
        Assert.Equal("<b>x</b>", (string?)data[0]["text/html"]);
        Assert.Equal(1, (int)data[1]["application/json"]!["A"]!);
    }

    [Fact]
    public void A_displayed_value_is_updated_by_its_id_from_a_later_cell()
    {
        var shown = Client.Execute("var d = display(1);").One("display_data");
        var updated = Client.Execute("d.Update(2);").One("update_display_data");
        Assert.Equal((string?)shown.Content["transient"]!["display_id"], (string?)updated.Content["transient"]!["display_id"]);
        Assert.Equal("2", (string?)updated.Content["data"]!["text/plain"]);
    }

    [Fact]
    public void Output_is_cleared_in_its_place()
    {
        var talk = Client.Execute("Console.Write(1); clearOutput(wait: true); Console.Write(2);");
        Assert.Equal("busy execute_input stream clear_output stream idle", talk.Order);
        Assert.True((bool)talk.One("clear_output").Content["wait"]!);
    }

    [Fact]
    public void Showing_a_value_without_a_semicolon_shows_it_once() =>
        Assert.Equal("busy execute_input display_data idle", Client.Execute("display(1)").Order);

    [Fact]
    public void A_value_whose_form_is_no_JSON_though_it_should_be_is_shown_as_text() =>
        Assert.Equal("{oops", (string?)Client.Execute("\"{oops\".DisplayAs(\"application/json\");")
            .One("display_data").Content["data"]!["application/json"]);
}
