using CourseCnn.Modules;
using CourseCnn.Tensors;

namespace CourseCnn;

/// <summary>
/// A tensor that a module learns: its weights. A module finds the parameters among its own fields and properties, so writing
/// <c>readonly Parameter scale = new(Tensor.Ones(3));</c> in a module's class is all it takes.
/// </summary>
public sealed class Parameter : Tensor
{
    /// <summary>A parameter that starts with the given numbers; it takes them over, without a copy.</summary>
    /// <param name="data">The initial numbers.</param>
    /// <param name="requiresGrad">Whether training changes it. Default: true.</param>
    public Parameter(Tensor data, bool requiresGrad = true)
        : base(data.Storage, data.Shape) => RequiresGrad = requiresGrad;

    /// <summary>As PyTorch prints a parameter: the tensor, and before it that it is one.</summary>
    public override string ToString() =>
        $"Parameter containing:\n{(RequiresGrad ? TensorPrinter.Print(this, "requires_grad=True") : TensorPrinter.Print(this))}";

    /// <summary>Writes the given numbers into the parameter, so that everybody who holds it sees them.</summary>
    /// <param name="value">Numbers of the same shape.</param>
    /// <param name="owner">Whose parameter it is, for the error.</param>
    /// <param name="name">What it is called there: <c>weight</c>.</param>
    internal void Assign(Tensor value, IHasCode owner, string name)
    {
        if (value.Shape != Shape)
        {
            var remedy = value.Count == Count ? $"write .Reshape({Shape}) behind it" : "build the layer to fit it";
            throw new ArgumentException($"{owner.Code} has a {name} of shape {Shape}, but got shape {value.Shape}: {remedy}.");
        }

        value.Span.CopyTo(Span);
    }

    /// <summary>The same for a parameter that a layer may do without.</summary>
    internal static void AssignOptional(Parameter? parameter, Tensor? value, IHasCode owner, string name, string argument = "bias")
    {
        if (parameter is null && value is not null)
            throw new ArgumentException($"{owner.Code} was built without a {name}: leave out \"{argument}: false\" to give it one.");
        if (parameter is not null && value is null)
            throw new ArgumentException($"{owner.Code} has a {name}, which cannot be taken away: build the layer with {argument}: false.");
        if (parameter is not null && value is not null)
            parameter.Assign(value, owner, name);
    }
}
