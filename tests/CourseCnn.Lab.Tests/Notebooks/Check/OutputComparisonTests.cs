using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Check;
using CsCheck;

namespace CourseCnn.Lab.Tests.Notebooks.Check;

/// <summary>What must raise the alarm, and what must not.</summary>
public class OutputComparisonTests
{
    static readonly byte[] pixels = [0, 50, 100, 150, 200, 255];

    [Theory]
    [InlineData("0.5000\n", "0.5000\n", null)]
    [InlineData("one\r\ntwo", "one\ntwo", null)]
    [InlineData("0.5000\n", "0.5001\n", "line 1 was “0.5000” and is “0.5001” now")]
    [InlineData("1e-6", "1.0000000001e-6", "line 1 was “1e-6” and is “1.0000000001e-6” now")]
    [InlineData("one\ntwo", "one", "line 2 was “two” and is missing now")]
    [InlineData("one ", "one", "line 1 was “one ” and is “one” now")]
    public void Text_is_compared_exactly(string saved, string now, string? difference)
    {
        Assert.Equal(difference, Difference(Printed(saved), Printed(now)));
        Assert.Equal(difference, Difference(Shown(("text/plain", saved)), Shown(("text/plain", now))));
    }

    [Fact]
    public void Text_that_a_client_saved_in_pieces_or_with_its_steps_is_the_same_text()
    {
        static JsonObject Piece(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };
        JsonObject[] inPieces = [Piece("stdout", "10 %\r"), Piece("stdout", "100 %\nxy\b"), Piece("stdout", "z\n"), Piece("stderr", "oh")];
        JsonObject[] whole = [Piece("stdout", "100 %\nxz\n"), Piece("stderr", "oh")];

        Assert.Empty(OutputComparison.Compare(inPieces, whole, kindOnly: false));
        Assert.Empty(OutputComparison.Compare(whole, inPieces, kindOnly: false));
        Assert.Single(OutputComparison.Compare(inPieces[..3], whole, kindOnly: false));
        Assert.Single(
            OutputComparison.Compare([Piece("stderr", "100 %\nxz\n"), whole[1]], [Piece("stderr", "100 %\nxz\n")], kindOnly: false));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(-1, null)]
    [InlineData(2, "the figure: the picture differs in 1 of 6 pixels, by up to 2 of 255")]
    [InlineData(-60, "the figure: the picture differs in 1 of 6 pixels, by up to 60 of 255")]
    public void A_picture_may_be_off_by_one_of_255(int off, string? difference)
    {
        byte[] now = [.. pixels[..3], (byte)(pixels[3] + off), .. pixels[4..]];

        Assert.Equal(difference, Difference(Picture(TestPng.Base64(3, pixels)), Picture(TestPng.Base64(3, now))));
        Assert.Equal(difference, Difference(Drawing(TestPng.Base64(3, pixels)), Drawing(TestPng.Base64(3, now))));
    }

    [Fact]
    public void How_a_picture_is_packed_does_not_matter_and_its_size_does()
    {
        var grey = Enumerable.Range(0, 900).Select(i => (byte)(i % 7)).ToArray();
        var (small, large) = (TestPng.Base64(30, grey), TestPng.Base64(30, grey, CompressionLevel.NoCompression));

        Assert.NotEqual(small, large);
        Assert.Null(Difference(Picture(small), Picture(large)));
        Assert.Equal(
            "the figure: the picture was 3 x 2 pixels and is 2 x 3 now",
            Difference(Picture(TestPng.Base64(3, pixels)), Picture(TestPng.Base64(2, pixels))));
    }

    [Theory]
    [InlineData(1e-6, true)]
    [InlineData(-1e-6, true)]
    [InlineData(9e-6, true)]
    [InlineData(1e-4, false)]
    [InlineData(-1e-4, false)]
    public void A_figures_numbers_may_be_off_by_a_hundred_thousandth(double relative, bool same) =>
        Gen.Double[0.001, 1000].Array[1, 20].Select(Gen.Int[0, 1000], Gen.Int[0, 1]).Sample((values, chosen, sign) =>
        {
            // The largest one, so that being near the largest does not excuse it.
            values[chosen % values.Length] = 2000 * (sign == 0 ? 1 : -1);
            double[] now = [.. values];
            now[chosen % values.Length] *= 1 + relative;
            var listed = Difference(Plot(JsonSerializer.SerializeToNode(values)!), Plot(JsonSerializer.SerializeToNode(now)!));
            var packed = Difference(Plot(Packed("f8", values)), Plot(Packed("f8", now)));
            return (listed is null) == same && (packed is null) == same;
        }, iter: 200);

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "the interactive figure: 1 of 6 numbers of data[0].z differ: the first was 50 and is 52 now")]
    public void Packed_bytes_are_pixels(int off, string? difference)
    {
        byte[] now = [pixels[0], (byte)(pixels[1] + off), .. pixels[2..]];
        Assert.Equal(difference, Difference(Plot(Packed("u1", pixels)), Plot(Packed("u1", now))));
    }

    [Fact]
    public void What_should_be_zero_may_be_what_is_left_of_large_numbers()
    {
        Assert.Null(Difference(Plot(Packed("f4", new float[] { 250f, 0f })), Plot(Packed("f4", new float[] { 250f, 1e-5f }))));
        Assert.NotNull(Difference(Plot(Packed("f4", new float[] { 0.01f, 0f })), Plot(Packed("f4", new float[] { 0.01f, 1e-5f }))));
    }

    [Theory]
    [InlineData("<text x=\"12.5\">a</text>", "<text x=\"12.5000001\">a</text>", true)]
    [InlineData("<text x=\"12.5\">a</text>", "<text x=\"13.5\">a</text>", false)]
    [InlineData("<text x=\"12.5\">a</text>", "<text x=\"12.5\">b</text>", false)]
    [InlineData("<text fill=\"#ff0000\">a</text>", "<text fill=\"#ff0001\">a</text>", false)]
    [InlineData("<text>a</text>", "<text>a</text><text>b</text>", false)]
    [InlineData("<g id=\"figure-1a\"/><use href=\"#figure-1a\"/>", "<g id=\"figure-2b\"/><use href=\"#figure-2b\"/>", true)]
    [InlineData("<g id=\"figure-1a\"/><use href=\"#figure-1a\"/>", "<g id=\"figure-2b\"/><use href=\"#figure-3c\"/>", false)]
    [InlineData("<text>values from 0 to 0.9804</text>", "<text>values from 0 to 0.9803</text>", true)]
    [InlineData("<text>values from 0 to 0.9804</text>", "<text>values from 0 to 0.9704</text>", false)]
    [InlineData("<text>values from −0.6804 to 0</text>", "<text>values from −0.6803 to 0</text>", true)]
    [InlineData("<text>values from −0.6804 to 0</text>", "<text>values from 0.6804 to 0</text>", false)]
    [InlineData("<text>Step 3 of 4</text>", "<text>Step 4 of 4</text>", false)]
    public void A_drawing_is_compared_by_what_it_shows(string saved, string now, bool same) =>
        Assert.Equal(same, Difference(Svg(saved), Svg(now)) is null);

    [Fact]
    public void Another_kind_of_output_is_named()
    {
        Assert.Equal("printed text was there, and a result (text/plain) is now", Difference(Printed("1"), Result("1")));
        Assert.Equal("printed text is gone", Assert.Single(OutputComparison.Compare([Printed("1")], [], kindOnly: false)).What);
        Assert.Equal("a result (text/plain) is new", Assert.Single(OutputComparison.Compare([], [Result("1")], kindOnly: false)).What);
    }

    [Fact]
    public void Where_outputs_vary_only_their_kind_counts()
    {
        Assert.Empty(OutputComparison.Compare([Printed("12:01")], [Printed("12:02")], kindOnly: true));
        Assert.Equal("printed text was there, and a result (text/plain) is now",
            Assert.Single(OutputComparison.Compare([Printed("1")], [Result("1")], kindOnly: true)).What);
        Assert.Single(OutputComparison.Compare([Printed("1")], [Printed("1"), Result("2")], kindOnly: true));
    }

    static string? Difference(JsonObject saved, JsonObject now) =>
        OutputComparison.Compare([saved], [now], kindOnly: false).SingleOrDefault()?.What;

    static JsonObject Printed(string text) => new() { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text };

    static JsonObject Result(string text) =>
        new() { ["output_type"] = "execute_result", ["metadata"] = new JsonObject(), ["data"] = new JsonObject { ["text/plain"] = text } };

    static JsonObject Shown(params (string Type, JsonNode Form)[] forms) => new()
    {
        ["output_type"] = "display_data",
        ["metadata"] = new JsonObject(),
        ["data"] = new JsonObject(forms.Select(form => KeyValuePair.Create(form.Type, (JsonNode?)form.Form))),
    };

    static JsonObject Picture(string base64) => Shown(("image/png", base64));

    static JsonObject Svg(string inside) => Shown(("image/svg+xml", $"<svg>{inside}</svg>"));

    static JsonObject Drawing(string base64) => Svg($"<image href=\"data:image/png;base64,{base64}\"/>");

    static JsonObject Plot(JsonNode z) =>
        Shown(("application/vnd.plotly.v1+json", new JsonObject { ["data"] = new JsonArray(new JsonObject { ["z"] = z }) }));

    static JsonObject Packed<T>(string type, T[] values) where T : unmanaged =>
        new() { ["dtype"] = type, ["bdata"] = Convert.ToBase64String(MemoryMarshal.AsBytes<T>(values)) };
}
