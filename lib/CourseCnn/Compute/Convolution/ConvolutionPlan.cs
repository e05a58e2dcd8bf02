namespace CourseCnn.Compute.Convolution;

/// <summary>Which algorithm computes a convolution: the one that the sizes make the cheapest.</summary>
/// <remarks>
/// The plan looks neither at the number of threads nor at the processor: all is reckoned for vectors of 16 numbers. So every machine takes
/// the same algorithm and prints the same digits. Where vectors are narrower, all are slower by about the same.
/// </remarks>
/// <param name="Algorithm">The cheapest.</param>
/// <param name="Costs">What each is likely to take, in seconds of one core; null for one that cannot do it.</param>
sealed record ConvolutionPlan(
    ConvolutionAlgorithm Algorithm, IReadOnlyList<(ConvolutionAlgorithm Algorithm, double? Seconds)> Costs)
{
    /// <summary>The cheapest algorithm, and what each would cost.</summary>
    public static ConvolutionPlan Of(in ConvolutionSizes sizes) => Of(sizes, ConvolutionAlgorithms.All);

    /// <summary>The same among some algorithms, one of which at least can do it.</summary>
    public static ConvolutionPlan Of(in ConvolutionSizes sizes, IReadOnlyList<ConvolutionAlgorithm> algorithms)
    {
        var costs = new (ConvolutionAlgorithm Algorithm, double? Seconds)[algorithms.Count];
        for (var i = 0; i < costs.Length; i++)
            costs[i] = (algorithms[i], algorithms[i].Obstacle(sizes) is null ? algorithms[i].Seconds(sizes) : null);
        return new(Cheapest(costs), costs);
    }

    /// <summary>The cheapest that leaves an infinite or undefined input where it is.</summary>
    public ConvolutionAlgorithm ForNonFinite() => Cheapest(Costs.Where(cost => !cost.Algorithm.SpreadsNonFinite));

    static ConvolutionAlgorithm Cheapest(IEnumerable<(ConvolutionAlgorithm Algorithm, double? Seconds)> costs) =>
        costs.MinBy(cost => cost.Seconds ?? double.PositiveInfinity).Algorithm;
}
