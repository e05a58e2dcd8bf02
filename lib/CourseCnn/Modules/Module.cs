using CourseCnn.Display;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>
/// A piece of a network: takes a tensor, returns a tensor, and may hold parameters and further modules. Layers are modules, and
/// so is a whole network: a class that keeps its layers in fields and says in <see cref="Forward"/> how a tensor passes through
/// them. What others do with a module is to <see cref="Call(Tensor)"/> it, as PyTorch's <c>model(x)</c> does.
/// </summary>
/// <example><code>
/// class CNN : Module
/// {
///     readonly Sequential main = new(new Conv2d(1, 3, kernelSize: 3, padding: 1), new ReLU());
///
///     protected override Tensor Forward(Tensor x) => main.Call(x);
/// }
///
/// new CNN().Call(Tensor.Zeros((1, 100, 100))).Shape
/// // → (3, 100, 100)
/// </code></example>
[TypeFormatterSource(typeof(TextFormatterSource), PreferredMimeTypes = [MimeTypes.Text])]
public abstract partial class Module : IHasCode
{
    /// <summary>
    /// What the module makes of a tensor. Override it to say how, and write <see cref="Call(Tensor)"/> to have a module do it: hooks,
    /// summaries and figures see calls, not Forward.
    /// </summary>
    /// <param name="x">The input.</param>
    protected abstract Tensor Forward(Tensor x);

    /// <summary>The module's own arguments in <see cref="ToString"/>: <c>1, 3, kernel_size=(3, 3), stride=(1, 1)</c>.</summary>
    protected internal virtual string ExtraRepr() => "";

    /// <summary>The module as a learner writes it, for error messages.</summary>
    internal virtual string Code => CodeText.Call(TypeName);

    string IHasCode.Code => Code;

    /// <summary>The name of the module's class.</summary>
    internal string TypeName => GetType().Name.Split('`')[0];
}
