using System.Collections;
using CourseCnn.Modules;

namespace CourseCnn;

/// <summary>Modules in a row: each one's output is the next one's input.</summary>
/// <example><code>
/// var model = new Sequential(new Flatten(), new Linear(784, 10));
/// model.Call(Tensor.Zeros((8, 1, 28, 28))).Shape
/// // → (8, 10)
/// </code></example>
public class Sequential : Module, IReadOnlyList<Module>
{
    readonly List<Module> modules = [];

    /// <summary>A row of modules; none returns its input as it is.</summary>
    /// <param name="modules">The modules in the order they are called.</param>
    public Sequential(params ReadOnlySpan<Module> modules)
    {
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>How many modules there are.</summary>
    public int Count => modules.Count;

    /// <summary>One of the modules, counted from 0; <c>model[^1]</c> is the last.</summary>
    /// <exception cref="ArgumentException">There is no such module.</exception>
    public Module this[int index] => index >= 0 && index < Count
        ? modules[index]
        : throw new ArgumentException(FormattableString.Invariant(
            $"This Sequential has {CodeText.Plural(Count, "module")}: there is no [{index}], the first is [0]."));

    /// <summary>
    /// A row of some of the modules, sharing their weights: <c>model[..3]</c> is the first three, or all if there are fewer.
    /// </summary>
    public Sequential this[Range range]
    {
        get
        {
            var (start, end) = (Math.Max(0, range.Start.GetOffset(Count)), Math.Min(Count, range.End.GetOffset(Count)));
            return new Sequential([.. modules.Take(start..Math.Max(start, end))]);
        }
    }

    /// <summary>Puts a module at the end, so that <c>new Sequential { new ReLU(), new Flatten() }</c> works too.</summary>
    /// <param name="module">The module that is called last from now on.</param>
    public void Add(Module module)
    {
        if (module is null)
            throw new ArgumentException(FormattableString.Invariant(
                $"[{Count}] of this Sequential is null: put a module there, such as new ReLU()."));
        modules.Add(module);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// A module cannot take what it gets; the message names it, and the shapes that led there.
    /// </exception>
    protected override Tensor Forward(Tensor x)
    {
        var owned = false;
        return CallAll(x, ref owned);
    }

    /// <summary>
    /// What a module of the row makes is nobody's but the next one's. A class that derives from Sequential may do something else in its
    /// Forward.
    /// </summary>
    internal override Tensor ForwardOwned(Tensor x, ref bool owned) =>
        GetType() == typeof(Sequential) ? CallAll(x, ref owned) : base.ForwardOwned(x, ref owned);

    Tensor CallAll(Tensor x, ref bool owned)
    {
        // Of the whole way only its shapes are kept, for the sentence on an error.
        var shapes = new List<Shape>(Count);
        foreach (var module in modules)
        {
            shapes.Add(x.Shape);
            try
            {
                x = module.Call(x, ref owned);
            }
            catch (ArgumentException error)
            {
                throw new ArgumentException($"{error.Message} {WhereItFailed(shapes)}", error);
            }
            catch (InvalidOperationException error)
            {
                throw new InvalidOperationException($"{error.Message} {WhereItFailed(shapes)}", error);
            }
        }

        return x;
    }

    /// <summary>
    /// The way to the module that failed: <c>It is [1] in its Sequential: (1, 28, 28) → Conv2d → (3, 26, 26) → Linear.</c>
    /// </summary>
    string WhereItFailed(List<Shape> shapes)
    {
        var failed = shapes.Count - 1;
        var way = string.Concat(shapes.Select((shape, i) => $"{shape} → {modules[i].TypeName}{(i < failed ? " → " : ".")}"));
        return FormattableString.Invariant($"It is [{failed}] in its {TypeName}: {way}");
    }

    /// <summary>The modules are numbered from 0, and that is what they are called.</summary>
    private protected override IEnumerable<(string Name, Module Module)> OwnChildren() =>
        ModuleMembers.Numbered(modules).Concat(base.OwnChildren());

    /// <inheritdoc/>
    public IEnumerator<Module> GetEnumerator() => modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
