namespace CourseCnn.Compute.Simd;

/// <summary>
/// What a kernel needs of a processor's vectors, so that one source serves vectors of 16 floats, of 8, of 4, and single numbers. A
/// kernel is generic over the vector's type and over who knows its instructions; the compiler makes a version of it for each, in which
/// every call is one instruction.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
unsafe interface ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    static abstract TVector Load(float* address);

    static abstract void Store(TVector vector, float* address);

    /// <summary>The same number in every lane.</summary>
    static abstract TVector Broadcast(float number);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a * b + c, rounded once where the processor can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The greater number of each lane, NaN where one of them is.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>The sum over all lanes.</summary>
    static abstract float Sum(TVector vector);
}
