namespace CourseCnn;

/// <summary>What transforms cost.</summary>
static class FftCost
{
    /// <summary>Operations of a transform that a lane does a second: loads and stores set the pace, not arithmetic.</summary>
    const double OperationsPerLane = 2.5e9;

    /// <summary>Seconds of so many operations, on one thread.</summary>
    public static double SecondsOf(double operations) => operations / (OperationsPerLane * SimdWork.Lanes);

    /// <summary>Seconds of transforms of a length, as many as a vector has lanes.</summary>
    public static double Seconds(int length) => SecondsOf(SimdWork.Lanes * 4.0 * length * (double.Log2(length) + 2));
}
