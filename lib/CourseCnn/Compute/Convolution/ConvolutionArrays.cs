namespace CourseCnn.Compute.Convolution;

/// <summary>Where the numbers of a convolution are: valid, at fixed places, and of the lengths that its sizes say.</summary>
/// <param name="Input">The numbers the kernels pass over.</param>
/// <param name="Weight">The kernels.</param>
/// <param name="Bias">One number for each output channel, or null.</param>
/// <param name="Output">What is written.</param>
readonly unsafe record struct ConvolutionArrays(nint Input, nint Weight, nint Bias, nint Output)
{
    public float* Inputs => (float*)Input;

    public float* Weights => (float*)Weight;

    public float* Biases => (float*)Bias;

    public float* Outputs => (float*)Output;
}
