using CourseCnn.Tensors.RandomNumbers;
using static System.FormattableString;

namespace CourseCnn;

public partial class Tensor
{
    /// <summary>A 32-bit float counts in ones up to here, and in twos from there.</summary>
    const long LastWholeNumber = 1 << 24;

    /// <summary>
    /// Makes the random numbers that follow repeatable: random tensors, initial weights and dropout. The same seed gives the
    /// same numbers as <c>torch.manual_seed</c> does in PyTorch on the CPU. Without it every run draws other numbers.
    /// </summary>
    /// <param name="seed">Any number; its low 32 bits count.</param>
    public static void ManualSeed(long seed) => Generator.Default.Seed(seed);

    /// <summary>Random numbers, each equally likely from 0 to below 1.</summary>
    /// <param name="shape">The shape of the result; <c>[]</c> for a single number.</param>
    public static Tensor Rand(Shape shape)
    {
        var numbers = new float[shape.Count];
        Generator.Default.FillUniform(numbers);
        return new Tensor(numbers, shape);
    }

    /// <summary>Random numbers with the normal distribution of mean 0 and standard deviation 1.</summary>
    /// <param name="shape">The shape of the result; <c>[]</c> for a single number.</param>
    public static Tensor Randn(Shape shape)
    {
        var numbers = new float[shape.Count];
        Generator.Default.FillNormal(numbers);
        return new Tensor(numbers, shape);
    }

    /// <summary>Random whole numbers from 0 to below <paramref name="high"/>.</summary>
    /// <param name="high">One more than the largest number.</param>
    /// <param name="shape">The shape of the result; <c>[]</c> for a single number.</param>
    /// <exception cref="ArgumentException">There is no whole number below <paramref name="high"/>.</exception>
    public static Tensor RandInt(long high, Shape shape) => RandInt(0, high, shape);

    /// <summary>Random whole numbers from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    /// <param name="low">The smallest number.</param>
    /// <param name="high">One more than the largest number.</param>
    /// <param name="shape">The shape of the result; <c>[]</c> for a single number.</param>
    /// <exception cref="ArgumentException">There is no number from low to below high, or a 32-bit float cannot hold them all.</exception>
    public static Tensor RandInt(long low, long high, Shape shape)
    {
        if (low >= high)
            throw new ArgumentException(
                Invariant($"RandInt({low}, {high}, …) has no number to choose from: low must be less than high."));
        if (low < -LastWholeNumber || high > LastWholeNumber + 1)
            throw new ArgumentException(Invariant(
                $"RandInt({low}, {high}, …) asks for numbers that a tensor cannot hold exactly: ")
                + Invariant($"stay between {-LastWholeNumber} and {LastWholeNumber}."));

        var numbers = new float[shape.Count];
        Generator.Default.FillIntegers(numbers, low, high);
        return new Tensor(numbers, shape);
    }

    /// <summary>The whole numbers 0 to <paramref name="n"/> - 1, each once, in random order: shape (n).</summary>
    /// <param name="n">How many numbers.</param>
    /// <exception cref="ArgumentException"><paramref name="n"/> is negative, or a 32-bit float cannot hold so many numbers.</exception>
    public static Tensor RandPerm(int n)
    {
        if (n is < 0 or > (int)LastWholeNumber)
            throw new ArgumentException(Invariant($"RandPerm({n}) needs a number from 0 to {LastWholeNumber}."));

        return new Tensor([.. Generator.Default.Permutation(n).Select(i => (float)i)], n);
    }
}
