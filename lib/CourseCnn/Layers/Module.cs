using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CourseCnn;

/// <summary>
/// A piece of a network: takes a tensor, returns a tensor, and may hold parameters and further modules. Layers are modules, and
/// so is a whole network: a class that keeps its layers in fields and says in <see cref="Forward(Tensor)"/> how a tensor passes
/// through them.
/// </summary>
/// <example><code>
/// class CNN : Module
/// {
///     readonly Sequential main = new(new Conv2d(1, 3, kernelSize: 3, padding: 1), new ReLU());
///
///     public override Tensor Forward(Tensor x) => main.Forward(x);
/// }
///
/// new CNN().Forward(Tensor.Zeros((1, 100, 100))).Shape
/// // → (3, 100, 100)
/// </code></example>
[TypeFormatterSource(typeof(TextFormatterSource), PreferredMimeTypes = [MimeTypes.Text])]
public abstract partial class Module
{
    /// <summary>What the module makes of a tensor. Override it to say how.</summary>
    /// <param name="x">The input.</param>
    public abstract Tensor Forward(Tensor x);

    /// <summary>
    /// What a call of Forward is compiled to: passes the tensor on to the override, and lets those who watch know, as a
    /// summary does.
    /// </summary>
    /// <param name="x">The input.</param>
    [OverloadResolutionPriority(1)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Tensor Forward(in Tensor x) => ModuleCall.Run(this, x);

    /// <summary>The module's own arguments in <see cref="ToString"/>: <c>1, 3, kernel_size=(3, 3), stride=(1, 1)</c>.</summary>
    protected internal virtual string ExtraRepr() => "";

    /// <summary>The module as a learner writes it, for error messages.</summary>
    internal virtual string Code => CodeText.Call(TypeName);

    /// <summary>The name of the module's class.</summary>
    internal string TypeName => GetType().Name.Split('`')[0];
}
