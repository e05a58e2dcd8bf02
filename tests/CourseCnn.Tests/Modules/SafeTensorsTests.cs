using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using CourseCnn.Modules.State;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Modules;

public sealed class SafeTensorsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("safetensors").FullName;

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
        Assert.Equal([At("model")], Directory.GetFiles(folder));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { """{"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,8]}}""", "a tensor lies outside the file" },
        { """{"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[4,0]}}""", "a tensor lies outside the file" },
        { """{"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[-4,0]}}""", "a size or a place is no whole number" },
        {
            """{"weight":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}""",
            "a tensor's shape and its number of bytes differ"
        },
        {
            """{"weight":{"dtype":"F32","shape":[0,9223372036854775807],"data_offsets":[0,4]}}""",
            "a tensor's shape and its number of bytes differ"
        },
        { """{"weight":{"dtype":"F32","shape":[1e9],"data_offsets":[0,4]}}""", "a size or a place is no whole number" },
        {
            """{"weight":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""",
            "a tensor has more dimensions than are read here"
        },
        { """{"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4,8]}}""", "a tensor's place is not given by two numbers" },
        { """{"weight":{"dtype":"F32","shape":[1,1]}}""", "a tensor has no type, no shape or no place" },
        {
            """{"weight":{"dtype":"F32","dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""",
            "a tensor's description says something twice, or something unknown"
        },
        { """{"weight":{"dtype":"F9","shape":[1,1],"data_offsets":[0,4]}}""", "weight has a type that is not read here, save it as F32" },
        { """{"weight":[]}""", "a tensor is not described by an object" },
        { """{"__metadata__":{"a":1}}""", "its metadata is not made of texts" },
        {
            """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""",
            "its tensors overlap"
        },
        { """{"weight":{"dtype":"F32","shape":[0,1],"data_offsets":[0,0]}}""", "its tensors leave some of the file out" },
        {
            """{"weight":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}""",
            "a tensor is there twice"
        },
        { """{} {}""", "its header cannot be read" },
        { """{"weight":""", "its header cannot be read" },
        { """{"a":{"b":{"c":{"d":1}}}}""", "a tensor's description says something twice, or something unknown" },
        { """{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "a tensor's name is no text" },
        { "  {}", "its header does not begin with a brace" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void A_corrupt_or_hostile_file_is_refused(string header, string reason)
    {
        var model = new Linear(1, 1, bias: false);
        var before = model.Weight.Item();
        Write("model", header, [1, 2, 3, 4]);
        var message = Assert.Throws<InvalidDataException>(() => model.Load(At("model"))).Message;
        Assert.Equal($"{At("model")} is damaged, or no safetensors file: {reason}.", message);
        Assert.Equal(before, model.Weight.Item());
    }

    [Fact]
    public void Tensors_that_are_passed_over_may_not_overlap_either()
    {
        Write(
            "model",
            """{"weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"other":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""",
            [1, 2, 3, 4, 5, 6, 7, 8]);
        var error = Assert.Throws<InvalidDataException>(() => new Linear(1, 1, bias: false).Load(At("model"), strict: false));
        Assert.EndsWith(": its tensors overlap.", error.Message);
    }

    [Fact]
    public void A_place_where_no_file_can_be_is_named()
    {
        var model = new Linear(1, 1);
        Assert.StartsWith($"'{folder}' is a folder: name a file in it", Assert.Throws<ArgumentException>(() => model.Save(folder)).Message);
        Assert.StartsWith($"'{folder}' is a folder: name a file in it", Assert.Throws<ArgumentException>(() => model.Load(folder)).Message);
        Assert.StartsWith("The name of a file to write is needed", Assert.Throws<ArgumentException>(() => model.Save("")).Message);
        Assert.StartsWith("The name of a file to load is needed", Assert.Throws<ArgumentException>(() => model.Load("")).Message);
        var missing = Path.Combine(folder, "no", "x.safetensors");
        Assert.Equal(
            $"The file '{missing}' cannot be written: the folder '{Path.Combine(folder, "no")}' does not exist.",
            Assert.Throws<DirectoryNotFoundException>(() => model.Save(missing)).Message);
    }

    [Theory]
    [InlineData(new byte[0], "it has less than 8 bytes")]
    [InlineData(new byte[] { 1, 2, 3 }, "it has less than 8 bytes")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1 }, "the length of its header is not within the file")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 }, "the length of its header is not within the file")]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 1, 2 }, "the length of its header is not within the file")]
    public void A_header_that_is_not_there_is_refused(byte[] file, string reason)
    {
        File.WriteAllBytes(At("model"), file);
        Assert.EndsWith($": {reason}.", Assert.Throws<InvalidDataException>(() => new Linear(1, 1).Load(At("model"))).Message);
    }

    [Fact]
    public void Ten_thousand_mutated_files_are_loaded_or_refused_in_little_memory()
    {
        var model = Model();
        model.Save(At("model"));
        var original = File.ReadAllBytes(At("model"));
        var random = new System.Random(7);
        var refused = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var mutated = Mutate(original, random);
            File.WriteAllBytes(At("mutated"), mutated);

            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                model.Load(At("mutated"), strict: i % 2 == 0);
            }
            catch (Exception error) when (error is InvalidDataException or ArgumentException)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, mutated.Length + (1 << 20));
        }

        // A changed weight is no damage; anything else nearly always is.
        Assert.InRange(refused, 2_000, 9_999);
    }

    [Fact]
    public void A_header_full_of_names_is_refused_in_little_memory()
    {
        var entries = Enumerable.Range(0, 100_000).Select(i => $$"""  "{{i}}":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}""");
        Write("model", $"{{{string.Join(',', entries)}}}", []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ArgumentException>(() => new Linear(1, 1).Load(At("model")));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, new FileInfo(At("model")).Length + (1 << 20));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static Sequential Model() => new(new Conv2d(1, 2, 3), new BatchNorm2d(2), new Flatten(), new Linear(72, 3));

    static JsonElement Header(byte[] file) => JsonElement.Parse(file.AsSpan(8, (int)BinaryPrimitives.ReadInt64LittleEndian(file)));

    /// <summary>Changes, cuts, doubles or overwrites something, mostly where the header is.</summary>
    static byte[] Mutate(byte[] original, System.Random random)
    {
        var bytes = original.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(random.Next(3) == 0 ? bytes.Count : Math.Min(bytes.Count, 900));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)"0123456789{}[]\",:-e"[random.Next(19)];
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[random.Next(Math.Min(8, bytes.Count))] = (byte)random.Next(256);
                    break;
            }

            if (bytes.Count == 0)
                break;
        }

        return [.. bytes];
    }

    void Write(string name, string header, byte[] data)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(At(name), [.. BitConverter.GetBytes((long)bytes.Length), .. bytes, .. data]);
    }

    string At(string name) => Path.Combine(folder, $"{name}.safetensors");
}
