using CourseCnn.Modules.Observing;

namespace CourseCnn.Summaries;

/// <summary>Writes a row for each call of a module while a model runs.</summary>
sealed class CallRecorder : CallObserver
{
    readonly Module model;
    readonly int maxDepth;
    readonly Dictionary<Module, int> depths = [];
    readonly Dictionary<int, int> callsAtDepth = [];
    readonly List<SummaryRow> rows = [];
    readonly HashSet<Module> called = [];

    /// <summary>A model may call its modules from several threads.</summary>
    readonly Lock gate = new();

    /// <param name="model">The model that is going to run.</param>
    /// <param name="maxDepth">Layers deeper than this are left out.</param>
    public CallRecorder(Module model, int maxDepth)
    {
        (this.model, this.maxDepth) = (model, maxDepth);
        FindDepths(model, 0);
    }

    /// <summary>The calls in order, a container's before those of its layers.</summary>
    public IReadOnlyList<SummaryRow> Rows
    {
        get
        {
            lock (gate)
                return [.. rows];
        }
    }

    /// <summary>The modules that were called, also those too deep for a row.</summary>
    public IReadOnlySet<Module> Called => called;

    /// <summary>What all calls together do for one input, also those that are too deep for a row.</summary>
    public long TrueMultAdds { get; private set; }

    protected override CallObserver Entering(Module module, Tensor input) => Enter(module, input, outer: null);

    RecordedCall Enter(Module module, Tensor input, RecordedCall? outer)
    {
        lock (gate)
        {
            called.Add(module);
            var row = RowFor(module, input);
            if (row is not null)
                rows.Add(row);
            return new RecordedCall(this, module, input, row, outer);
        }
    }

    void Leave(RecordedCall call, Tensor output)
    {
        var (module, row) = (call.Module, call.Row);
        var work = module.MultAdds(OneOf(call.Input.Shape), OneOf(output.Shape));
        lock (gate)
        {
            TrueMultAdds += work;
            for (var at = call; at is not null; at = at.Outer)
                if (at.Row is not null)
                    at.Row.TrueMultAdds += work;
            if (ShownRow(call) is { } shown)
                shown.RestMultAdds += work;
            if (row is null)
                return;

            row.OutputSize = WithoutBatch(output.Shape);
            row.MultAdds = TorchMultAdds(module, output.Shape);
        }
    }

    /// <summary>The innermost row that the table shows: the last level that is recorded is one below it.</summary>
    SummaryRow? ShownRow(RecordedCall call)
    {
        for (var at = call; at is not null; at = at.Outer)
            if (at.Row?.Depth < maxDepth)
                return at.Row;
        return null;
    }

    SummaryRow? RowFor(Module module, Tensor input)
    {
        // What is not part of the model has no place in its table; the model itself only has one if nothing is below it.
        if (!depths.TryGetValue(module, out var depth) || depth > maxDepth || (module == model && module.Children().Count > 0))
            return null;

        callsAtDepth[depth] = callsAtDepth.GetValueOrDefault(depth) + 1;
        var parameters = module.Parameters();
        return new SummaryRow
        {
            Module = module,
            Type = module.TypeName,
            Depth = depth,
            Index = callsAtDepth[depth],
            InputSize = WithoutBatch(input.Shape),
            KernelSize = KernelSize(module),
            NumParams = parameters.Sum(parameter => (long)parameter.Count),
            IsTrainable = parameters.All(parameter => parameter.RequiresGrad),
            IsLeaf = module.Children().Count == 0,
            IsRecursive = parameters.Count > 0 && rows.Any(row => row.Module == module),
        };
    }

    void FindDepths(Module module, int depth)
    {
        // A layer in several places of the model counts as being in the first.
        if (!depths.TryAdd(module, depth))
            return;
        foreach (var child in module.Children())
            FindDepths(child, depth + 1);
    }

    /// <summary>
    /// Every parameter called weight counts its numbers, in a convolution once for each output pixel; so do the weights of all
    /// layers below a container.
    /// </summary>
    static long TorchMultAdds(Module module, Shape output)
    {
        var pixels = 1L;
        foreach (var size in output.Skip(2))
            pixels *= size;
        var isConvolution = module.TypeName.Contains("Conv", StringComparison.Ordinal);
        return module.NamedParameters()
            .Where(named => named.Name.Contains("weight", StringComparison.Ordinal))
            .Sum(named => named.Parameter.Count * (isConvolution && named.Name == "weight" ? pixels : 1));
    }

    static int[] KernelSize(Module module)
    {
        var weight = module.NamedParameters().FirstOrDefault(parameter => parameter.Name == "weight").Parameter;
        if (weight is null)
            return [];
        var sizes = weight.Shape.ToArray();
        if (sizes.Length > 1)
            (sizes[0], sizes[1]) = (sizes[1], sizes[0]);
        return sizes;
    }

    /// <summary>A shape with -1 for its first size, the batch.</summary>
    static int[] WithoutBatch(Shape shape) => shape.Rank == 0 ? [] : [-1, .. shape.AsSpan()[1..]];

    /// <summary>A shape with a batch of one.</summary>
    static Shape OneOf(Shape shape) => shape.Rank == 0 ? shape : new Shape([1, .. shape.AsSpan()[1..]]);

    /// <summary>A call under way, and the one that it was made in.</summary>
    sealed class RecordedCall(CallRecorder recorder, Module module, Tensor input, SummaryRow? row, RecordedCall? outer) : CallObserver
    {
        public Module Module => module;

        public Tensor Input => input;

        public SummaryRow? Row => row;

        public RecordedCall? Outer => outer;

        protected override CallObserver Entering(Module module, Tensor input) => recorder.Enter(module, input, outer: this);

        protected override void Left(Tensor output) => recorder.Leave(this, output);
    }
}
