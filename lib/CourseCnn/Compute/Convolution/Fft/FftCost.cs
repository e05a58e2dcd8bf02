namespace CourseCnn;

/// <summary>What transforms cost.</summary>
static class FftCost
{
    /// <summary>Operations of a transform that a lane does a second: loads and stores set the pace, not arithmetic.</summary>
    public const double OperationsPerLane = 3e9;

    /// <summary>Seconds of transforms of a length, as many as a vector has lanes.</summary>
    public static double Seconds(int length) => 4.0 * length * (double.Log2(length) + 2) / OperationsPerLane;
}
