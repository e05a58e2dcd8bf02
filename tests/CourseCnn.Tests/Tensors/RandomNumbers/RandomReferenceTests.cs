using System.Text.Json;
using CourseCnn.Tests.PyTorch;

namespace CourseCnn.Tests.Tensors.RandomNumbers;

[Collection(nameof(SharedGenerator))]
public class RandomReferenceTests
{
    const double NormalTolerance = 1e-6;

    static readonly JsonElement Cases = Reference.Read("random.json");

    public static TheoryData<int> All => [.. Enumerable.Range(0, Cases.GetArrayLength())];

    [Theory, MemberData(nameof(All))]
    public void Uniform_numbers_agree_to_the_last_bit(int i)
    {
        foreach (var (answer, shape) in Draws(i, "rand_"))
            Close.Exactly(answer, Seeded(i, () => Tensor.Rand(shape)));
    }

    [Theory, MemberData(nameof(All))]
    public void Normal_numbers_agree(int i)
    {
        foreach (var (answer, shape) in Draws(i, "randn_"))
            Close.Absolute(answer, Seeded(i, () => Tensor.Randn(shape)), NormalTolerance);
    }

    [Theory, MemberData(nameof(All))]
    public void Random_integers_agree(int i)
    {
        foreach (var property in Named(i, "randint_"))
        {
            var parts = property.Name.Split('_', 'x').Where(part => part != "").Skip(1).Select(int.Parse).ToArray();
            var drawn = Seeded(i, () => Tensor.RandInt(parts[0], parts[1], parts[2]));
            Assert.Equal(property.Value.Ints(), drawn.Span.ToArray().Select(x => (int)x));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Permutations_agree(int i)
    {
        foreach (var property in Named(i, "randperm_"))
        {
            var n = int.Parse(property.Name["randperm_".Length..]);
            Assert.Equal(property.Value.Ints(), Seeded(i, () => Tensor.RandPerm(n)).Span.ToArray().Select(x => (int)x));
        }
    }

    [Theory, MemberData(nameof(All))]
    public void A_sequence_of_uniform_and_normal_draws_agrees(int i)
    {
        var answers = Cases[i].GetProperty("rand_then_randn").EnumerateArray().Select(answer => answer.Tensor()).ToList();
        Seed(i);
        for (var k = 0; k < answers.Count; k++)
        {
            var drawn = k % 2 == 0 ? Tensor.Rand(answers[k].Shape) : Tensor.Randn(answers[k].Shape);
            Close.Absolute(answers[k], drawn, NormalTolerance);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Initial_weights_agree_to_the_last_bit(int i)
    {
        foreach (var answer in Cases[i].GetProperty("layers").EnumerateArray())
        {
            var layer = Seeded(i, () => PythonLayer.Build(answer.GetProperty("layer").GetString()!));
            var parameters = layer.NamedParameters().ToDictionary(named => named.Name, named => named.Parameter);
            Close.Exactly(answer.Tensor("weight"), parameters["weight"]);
            if (answer.OptionalTensor("bias") is { } bias)
                Close.Exactly(bias, parameters["bias"]);
            else
                Assert.DoesNotContain("bias", parameters.Keys);
        }
    }

    static IEnumerable<(Tensor Answer, Shape Shape)> Draws(int i, string prefix) =>
        from property in Named(i, prefix)
        where char.IsDigit(property.Name[prefix.Length])
        let answer = property.Value.Tensor()
        select (answer, answer.Shape);

    static IEnumerable<JsonProperty> Named(int i, string prefix) =>
        Cases[i].EnumerateObject().Where(property => property.Name.StartsWith(prefix, StringComparison.Ordinal));

    static void Seed(int i) => Tensor.ManualSeed(Cases[i].GetProperty("seed").GetInt64());

    static T Seeded<T>(int i, Func<T> draw)
    {
        Seed(i);
        return draw();
    }
}
