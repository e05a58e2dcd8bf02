using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CourseCnn.Modules.State;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Modules;

public sealed class SafeTensorsTests : SafeTensorsTest
{
    [Fact]
    public void A_model_comes_back_as_it_was_saved()
    {
        var (saved, loaded) = (Model(), Model());
        saved.Call(Tensor.Rand((4, 1, 8, 8)));
        saved.Save(At("model"));
        loaded.Load(At("model"));

        foreach (var (name, tensor) in saved.StateDict())
            Close.Exactly(tensor, loaded.StateDict()[name]);
        Assert.Equal(1, loaded.StateDict()["1.num_batches_tracked"].Item());
    }

    [Fact]
    public void A_file_has_the_published_form()
    {
        var model = new Sequential(new Linear(2, 1) { Weight = Tensor.Of([[1, -2]]), Bias = Tensor.Of([0.5]) });
        model.Save(At("model"));

        var bytes = File.ReadAllBytes(At("model"));
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        Assert.Equal(
            """{"__metadata__":{"format":"pt"}"""
            + ""","0.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}"""
            + ""","0.bias":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""",
            Encoding.UTF8.GetString(bytes, 8, length).TrimEnd(' '));
        Assert.Equal([0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0x3F], bytes[(8 + length)..]);
    }

    [Fact]
    public void Counts_are_saved_as_whole_numbers_and_before_the_others()
    {
        var model = new BatchNorm2d(1);
        model.Call(Tensor.Rand((2, 1, 2, 2)));
        model.Save(At("model"));
        var header = Header(File.ReadAllBytes(At("model")));
        Assert.Equal("I64", header.GetProperty("num_batches_tracked").GetProperty("dtype").GetString());
        Assert.Equal([0, 8], header.GetProperty("num_batches_tracked").GetProperty("data_offsets").Ints());
        Assert.Equal([], header.GetProperty("num_batches_tracked").GetProperty("shape").Ints());
    }

    [Theory]
    [InlineData("F64", new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0xBF })]
    [InlineData("F16", new byte[] { 0, 0xBE })]
    [InlineData("BF16", new byte[] { 0xC0, 0xBF })]
    public void Other_kinds_of_floats_are_read_too(string type, byte[] minusOneAndAHalf)
    {
        var model = new Linear(1, 1, bias: false);
        var end = minusOneAndAHalf.Length;
        Write("model", $$$"""{"weight":{"dtype":"{{{type}}}","shape":[1,1],"data_offsets":[0,{{{end}}}]}}""", minusOneAndAHalf);
        model.Load(At("model"));
        Assert.Equal(-1.5f, model.Weight.Item());
    }

    [Fact]
    public void What_does_not_fit_is_listed_and_nothing_is_changed()
    {
        new Sequential(new Linear(3, 2), new ReLU(), new Linear(2, 5)).Save(At("other"));
        var model = new Sequential(new Linear(3, 2), new Linear(2, 1), new Linear(2, 4));
        var before = model.StateDict().ToDictionary(named => named.Key, named => named.Value.Clone());

        Assert.Equal(
            "other.safetensors does not fit this Sequential; missing: 1.weight, 1.bias; "
            + "of another shape: 2.weight is (5, 2) there and (4, 2) here, 2.bias is (5) there and (4) here.",
            Assert.Throws<ArgumentException>(() => model.Load(At("other"))).Message);
        Assert.All(before, named => Close.Exactly(named.Value, model.StateDict()[named.Key]));
    }

    [Fact]
    public void Unexpected_names_are_listed_up_to_a_point()
    {
        new Sequential([.. Enumerable.Range(0, 12).Select(_ => new Linear(1, 1, bias: false))]).Save(At("other"));
        Assert.Equal(
            "other.safetensors does not fit this Sequential; unexpected: 1.weight, 2.weight, 3.weight, 4.weight, 5.weight, 6.weight, "
            + "7.weight, 8.weight, 9.weight, 10.weight and 1 more.",
            Assert.Throws<ArgumentException>(() => new Sequential(new Linear(1, 1, bias: false)).Load(At("other"))).Message);
    }

    [Fact]
    public void Without_strictness_only_common_names_are_loaded()
    {
        var saved = new Sequential(new Linear(3, 2), new Linear(2, 5));
        saved.Save(At("other"));
        var model = new Sequential(new Linear(3, 2));
        model.Load(At("other"), strict: false);
        Close.Exactly(saved.Parameters()[0], model.Parameters()[0]);
    }

    [Fact]
    public void A_state_is_handed_from_model_to_model()
    {
        var (first, second) = (Model(), Model());
        var other = new Dictionary<string, Tensor> { ["scale"] = Tensor.Ones(1) };
        second.LoadStateDict(first.StateDict());
        Assert.All(first.StateDict(), named => Close.Exactly(named.Value, second.StateDict()[named.Key]));
        Assert.Equal(
            "The state does not fit this Linear; missing: weight, bias; unexpected: scale.",
            Assert.Throws<ArgumentException>(() => new Linear(1, 1).LoadStateDict(other)).Message);
    }

    [Fact]
    public void A_missing_file_is_answered_with_those_that_are_there()
    {
        Model().Save(At("model"));
        Assert.Equal(
            $"There is no file {At("modell")}: its folder has model.safetensors.",
            Assert.Throws<FileNotFoundException>(() => Model().Load(At("modell"))).Message);
    }

    [Fact]
    public void A_file_is_replaced_only_by_a_complete_one()
    {
        Model().Save(At("model"));
        var before = File.ReadAllBytes(At("model"));
        Assert.ThrowsAny<Exception>(() => SafeTensorsWriter.Write(At("model"), [new StateItem("broken", null!, false)]));
        Assert.Equal(before, File.ReadAllBytes(At("model")));
        Assert.Equal([At("model")], Directory.GetFiles(Folder));
    }

    [Fact]
    public void A_place_where_no_file_can_be_is_named()
    {
        var model = new Linear(1, 1);
        Assert.StartsWith($"'{Folder}' is a folder: name a file in it", Assert.Throws<ArgumentException>(() => model.Save(Folder)).Message);
        Assert.StartsWith($"'{Folder}' is a folder: name a file in it", Assert.Throws<ArgumentException>(() => model.Load(Folder)).Message);
        Assert.StartsWith("The name of a file to write is needed", Assert.Throws<ArgumentException>(() => model.Save("")).Message);
        Assert.StartsWith("The name of a file to load is needed", Assert.Throws<ArgumentException>(() => model.Load("")).Message);
        var missing = Path.Combine(Folder, "no", "x.safetensors");
        Assert.Equal(
            $"The file '{missing}' cannot be written: the folder '{Path.Combine(Folder, "no")}' does not exist.",
            Assert.Throws<DirectoryNotFoundException>(() => model.Save(missing)).Message);
    }

    static JsonElement Header(byte[] file) => JsonElement.Parse(file.AsSpan(8, (int)BinaryPrimitives.ReadInt64LittleEndian(file)));
}
