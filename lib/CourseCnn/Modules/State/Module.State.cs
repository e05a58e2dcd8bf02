using CourseCnn.Modules;
using CourseCnn.Modules.State;

namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>
    /// All that makes up the module's state, by name in PyTorch's order: the parameters, and the buffers such as running means. The
    /// tensors are the module's own, not copies.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> StateDict()
    {
        var state = new OrderedDictionary<string, Tensor>();
        foreach (var item in State())
            state.Add(item.Name, item.Tensor);
        return state;
    }

    /// <summary>Writes the numbers of a state into the module, which must have the same names and shapes.</summary>
    /// <param name="state">The numbers by name, as <see cref="StateDict"/> returns them.</param>
    /// <param name="strict">Whether every name must be in both. Default: true; if not, names that are only in one are passed over.</param>
    /// <exception cref="ArgumentException">Names or shapes differ; the message lists them all. Nothing is changed then.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> state, bool strict = true)
    {
        var items = State();
        var mismatch = new StateMismatch("The state", TypeName, strict);
        foreach (var item in items)
            if (!state.TryGetValue(item.Name, out var tensor))
                mismatch.Missing(item.Name);
            else if (tensor.Shape != item.Tensor.Shape)
                mismatch.Misshapen(item.Name, tensor.Shape.ToString(), item.Tensor.Shape);
        foreach (var name in state.Keys.Except(items.Select(item => item.Name)))
            mismatch.Unexpected(name);
        mismatch.Throw();

        foreach (var item in items)
            if (state.TryGetValue(item.Name, out var tensor))
                tensor.Span.CopyTo(item.Tensor.Span);
    }

    /// <summary>
    /// Saves parameters and buffers in the safetensors format (https://github.com/huggingface/safetensors), which Python reads with
    /// <c>safetensors.torch.load_file</c>. A file that was there is replaced only once the new one is complete.
    /// </summary>
    /// <param name="path">The file, by custom ending in <c>.safetensors</c>.</param>
    public void Save(string path) => SafeTensorsWriter.Write(path, State());

    /// <summary>Loads parameters and buffers from a safetensors file, written by <see cref="Save"/> or by Python.</summary>
    /// <param name="path">The file.</param>
    /// <param name="strict">
    /// Whether file and module must have the same names. Default: true; if not, names that are only in one are passed over.
    /// </param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or no safetensors file.</exception>
    /// <exception cref="ArgumentException">Names or shapes differ; the message lists them. Nothing is changed then.</exception>
    public void Load(string path, bool strict = true) => SafeTensorsReader.Read(path, State(), TypeName, strict);

    /// <summary>Parameters and buffers of this module and those below it, under all their names: what is shared has several.</summary>
    internal IReadOnlyList<StateItem> State()
    {
        var items = new List<StateItem>();
        Visit("", this, []);
        if (items.CountBy(item => item.Name).FirstOrDefault(named => named.Value > 1).Key is { } twice)
            throw new InvalidOperationException(
                $"{TypeName} has two members called {twice}: give them different names, so that they can be saved and loaded.");
        return items;

        void Visit(string path, Module module, HashSet<Module> above)
        {
            if (!above.Add(module))
                throw new InvalidOperationException($"{TypeName} holds itself at {path}: a module cannot be part of itself.");
            foreach (var (name, parameter) in module.OwnParameters())
                items.Add(new StateItem(Join(path, name), parameter, IsWholeNumber: false));
            foreach (var (name, tensor, isWholeNumber) in ModuleMembers.Buffers(module))
                items.Add(new StateItem(Join(path, name), tensor, isWholeNumber));
            foreach (var (name, child) in module.OwnChildren())
                Visit(Join(path, name), child, above);
            above.Remove(module);
        }
    }
}
