using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Jupyter.Wire;
using CsCheck;

namespace CourseCnn.Lab.Tests.Jupyter;

public class WireFormatTests
{
    readonly WireFormat kernel = new("secret");
    readonly WireFormat client = new("secret");

    [Fact]
    public void What_is_written_can_be_read()
    {
        byte[][] frames =
            client.Write([[1, 2]], new("execute_request", new() { ["code"] = "1 + 1 // ä😀" }, Parent: null) { Buffers = [[7], []] });
        var message = kernel.Read(frames);
        Assert.Equal(("execute_request", "1 + 1 // ä😀"), (message.Type, message.Text("code")));
        Assert.Equal([1, 2], Assert.Single(message.Identities));
        Assert.Equal([[7], []], message.Buffers);
    }

    [Fact]
    public void The_signature_is_the_hex_of_the_HMAC_SHA256_of_the_four_JSON_frames()
    {
        var frames = client.Write([], new("status", new() { ["execution_state"] = "idle" }, "{\"msg_id\":\"x\"}"u8.ToArray()));
        Assert.Equal("<IDS|MSG>", Encoding.ASCII.GetString(frames[0]));
        var expected = HMACSHA256.HashData("secret"u8, frames[2..6].SelectMany(frame => frame).ToArray());
        Assert.Equal(Convert.ToHexStringLower(expected), Encoding.ASCII.GetString(frames[1]));
        Assert.Equal("{\"msg_id\":\"x\"}", Encoding.UTF8.GetString(frames[3]));
    }

    [Fact]
    public void A_message_signed_with_another_key_is_dropped() =>
        AssertBad("its signature is wrong", new WireFormat("other").Write([], new("kernel_info_request", [], null)));

    [Fact]
    public void A_message_without_a_signature_is_dropped()
    {
        var frames = client.Write([], new("kernel_info_request", [], null));
        frames[1] = [];
        AssertBad("it is not signed", frames);
    }

    [Fact]
    public void A_message_that_comes_again_is_dropped()
    {
        var frames = client.Write([], new("kernel_info_request", [], null));
        kernel.Read(frames);
        AssertBad("it came before", frames);
    }

    [Fact]
    public void A_connection_without_a_key_needs_no_signatures()
    {
        var open = new WireFormat("");
        var frames = open.Write([], new("kernel_info_request", [], null));
        Assert.Empty(frames[1]);
        Assert.Equal("kernel_info_request", open.Read(frames).Type);
    }

    [Theory]
    [InlineData("[]", "{}")]
    [InlineData("{}", "{}")]
    [InlineData("{\"msg_id\":1,\"msg_type\":\"x\"}", "{}")]
    [InlineData("{\"msg_id\":null,\"msg_type\":\"x\"}", "{}")]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"x\"}", "[]")]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"x\"}", "")]
    [InlineData("{\"msg_id\":\"1\",\"msg_type\":\"x\"}", "{\"code\":")]
    public void A_signed_message_that_says_nonsense_is_dropped(string header, string content)
    {
        byte[][] body = [.. new[] { header, "{}", "{}", content }.Select(Encoding.UTF8.GetBytes)];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, body.SelectMany(frame => frame).ToArray()));
        AssertBad("", ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature), .. body]);
    }

    [Fact]
    public void JSON_nested_without_end_is_dropped()
    {
        var nested = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        AssertBad("", ["<IDS|MSG>"u8.ToArray(), [], "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), Encoding.UTF8.GetBytes(nested)],
            new WireFormat(""));
    }

    [Fact]
    public void Whatever_the_frames_are_they_are_read_or_dropped()
    {
        var good = client.Write([[5]], new("execute_request", new JsonObject { ["code"] = "1" }, null));
        var frames = Gen.OneOf(Gen.Byte.Array[0, 20], Gen.Int[0, good.Length - 1].Select(i => good[i])).Array[0, 10];
        frames.Sample(garbage =>
        {
            try
            {
                new WireFormat("").Read(garbage);
            }
            catch (BadMessageException)
            {
            }
        });
    }

    [Fact]
    public void The_content_is_asked_for_what_it_does_not_have_without_harm()
    {
        var message = kernel.Read(
            client.Write([], new("x", new() { ["text"] = 1, ["flag"] = "yes", ["number"] = 1.5, ["object"] = new JsonArray() }, null)));
        Assert.Null(message.Text("text"));
        Assert.True(message.Flag("flag", otherwise: true));
        Assert.Null(message.Number("number"));
        Assert.Empty(message.Object("object").EnumerateObject());
        Assert.Empty(message.Object("missing").EnumerateObject());
    }

    void AssertBad(string reason, byte[][] frames, WireFormat? format = null) =>
        Assert.Contains(reason, Assert.Throws<BadMessageException>(() => (format ?? kernel).Read(frames)).Message);
}
