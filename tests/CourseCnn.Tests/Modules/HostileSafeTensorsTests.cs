namespace CourseCnn.Tests.Modules;

public sealed class HostileSafeTensorsTests : SafeTensorsTest
{
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
}
