using System.Diagnostics;
using System.Text.Json.Nodes;
using CourseCnn.Lab.Notebooks.Json;
using CsCheck;

namespace CourseCnn.Lab.Tests.Notebooks;

public class JupyterJsonTests
{
    [Theory]
    [InlineData("a/b <c> 'd' + & =", "a/b <c> 'd' + & =")]
    [InlineData("Grüße 世界 🎉 \u2028 \u007f \u00a0", "Grüße 世界 🎉 \u2028 \u007f \u00a0")]
    [InlineData("say \"x\" \\ y", @"say \""x\"" \\ y")]
    [InlineData("\n\r\t\b\f", @"\n\r\t\b\f")]
    [InlineData("\u001b[31m\0\u000b", @"\u001b[31m\u0000\u000b")]
    public void Text_is_escaped_only_where_json_demands_it(string text, string expected) =>
        Assert.Equal($"[\n \"{expected}\"\n]\n", JupyterJson.Write(new JsonArray(text)));

    [Theory]
    [InlineData('\ud83d', @"\ud83d")]
    [InlineData('\udfff', @"\udfff")]
    public void Half_a_surrogate_pair_stays_an_escape(char half, string expected)
    {
        Assert.Equal($"[\n \"{expected} alone\"\n]\n", JupyterJson.Write(new JsonArray($"{half} alone")));
        Assert.Equal($"[\n \"{expected} read\"\n]\n", JupyterJson.Write(JsonNode.Parse($"[\"{expected} read\"]")!));
    }

    [Fact]
    public void Members_are_sorted_and_indented_by_one_space() =>
        Assert.Equal(
            """
            {
             "B": [],
             "a": {
              "x": [
               1,
               null
              ],
              "y": true
             },
             "b": {}
            }

            """,
            JupyterJson.Write(JsonNode.Parse("""{"b":{},"a":{"y":true,"x":[1,null]},"B":[]}""")!));

    [Theory]
    [InlineData("1.0")]
    [InlineData("-0.0")]
    [InlineData("1E400")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1e-7")]
    public void Numbers_keep_their_digits(string number) =>
        Assert.Equal($"[\n {number}\n]\n", JupyterJson.Write(JsonNode.Parse($"[{number}]")!));

    [Fact]
    public async Task Any_document_is_written_as_python_writes_it()
    {
        var documents = new JsonArray();
        Documents.Sample(document => documents.Add(JsonNode.Parse(document.ToJsonString())), iter: 300, threads: 1);

        var written = await PythonAsync(
            "import json, sys; print(json.dumps(json.load(sys.stdin), sort_keys=True, indent=1, ensure_ascii=False))",
            documents.ToJsonString());
        Assert.SkipWhen(written is null, "no python3 here");

        Assert.Equal(written, JupyterJson.Write(documents));
    }

    static Gen<JsonNode> Documents { get; } = Gen.Recursive<JsonNode>((depth, inner) =>
    {
        var text = Gen.OneOf(Gen.Char['\0', '\u00ff'], Gen.Char['\u2020', '\u2030'], Gen.Char['\uf000', '\uf010']).Array[0, 6]
            .Select(characters => new string(characters));
        var withEmoji = Gen.Select(text, Gen.Bool).Select((letters, emoji) => emoji ? letters + "🎉" : letters);
        var leaf = Gen.OneOf<JsonNode>(
            withEmoji.Select(value => (JsonNode)JsonValue.Create(value)!), Gen.Int.Select(value => (JsonNode)value));
        return depth > 3 ? leaf : Gen.OneOf(
            leaf,
            inner.Array[0, 4].Select(items => (JsonNode)new JsonArray([.. items.Select(item => item.DeepClone())])),
            Gen.Select(withEmoji, inner).Array[0, 4].Select(members => (JsonNode)ObjectOf(members)));
    });

    static JsonObject ObjectOf((string Name, JsonNode Value)[] members) =>
        new(members.DistinctBy(member => member.Name)
            .Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value.DeepClone())));

    /// <returns>What Python printed, or null where there is no Python.</returns>
    static async Task<string?> PythonAsync(string program, string input)
    {
        try
        {
            var start = new ProcessStartInfo("python3", ["-X", "utf8", "-c", program])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = new System.Text.UTF8Encoding(false),
                StandardInputEncoding = new System.Text.UTF8Encoding(false),
            };
            using var python = Process.Start(start)!;
            var output = python.StandardOutput.ReadToEndAsync();
            await python.StandardInput.WriteAsync(input);
            python.StandardInput.Close();
            return await output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
