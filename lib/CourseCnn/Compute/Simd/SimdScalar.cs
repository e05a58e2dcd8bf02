namespace CourseCnn.Compute.Simd;

/// <summary>Single numbers, where the processor has no vectors or may not use them.</summary>
readonly unsafe struct SimdScalar : ISimd<float>
{
    public static int Count => 1;

    public static float Load(float* address) => *address;

    public static void Store(float vector, float* address) => *address = vector;

    public static float Broadcast(float number) => number;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float MultiplyAdd(float a, float b, float c) => a * b + c;

    public static float Max(float a, float b) => MathF.Max(a, b);

    public static float Sum(float vector) => vector;
}
