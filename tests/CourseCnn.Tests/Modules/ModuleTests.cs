namespace CourseCnn.Tests.Modules;

public partial class ModuleTests
{
    [Fact]
    public void Parameters_are_named_as_in_PyTorch() => Assert.Equal(
        ["scale", "main.0.weight", "main.0.bias", "main.1.weight", "head.weight", "head.bias"],
        new Model().NamedParameters().Select(parameter => parameter.Name));

    [Fact]
    public void A_module_prints_its_tree_as_in_PyTorch() => Assert.Equal(
        """
        Model(
          (main): Sequential(
            (0): Conv2d(1, 3, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
            (1): Conv2d(3, 2, kernel_size=(5, 3), stride=(1, 1), padding=same, dilation=(2, 2), bias=False, padding_mode=reflect)
          )
          (head): Conv2d(2, 1, kernel_size=(1, 1), stride=(1, 1))
        )
        """,
        new Model().ToString());

    [Fact]
    public void Members_are_found_in_order_of_declaration_those_of_the_base_class_first() => Assert.Equal(
        ["inner", "fromConstructor", "first", "second_one", "third"],
        new Ordered(new ReLU()).NamedChildren().Select(child => child.Name));

    [Fact]
    public void Lists_arrays_sets_dictionaries_and_tuples_of_modules_are_not_lost() => Assert.Equal(
        [
            "list.0.weight", "list.0.bias", "list.1.weight", "list.1.bias", "array.0.weight", "array.0.bias", "set.0.weight", "set.0.bias",
            "named.left.weight", "named.left.bias", "pair.0.weight", "pair.0.bias", "nested.0.0.weight", "nested.0.0.bias",
        ],
        new Collections().NamedParameters().Select(parameter => parameter.Name));

    [Fact]
    public void A_list_of_modules_prints_as_in_PyTorch() => Assert.StartsWith(
        """
        Collections(
          (list): ModuleList(
            (0): Linear(in_features=1, out_features=1, bias=True)
            (1): Linear(in_features=1, out_features=1, bias=True)
          )
          (array): ModuleList(
        """,
        new Collections().ToString());

    [Fact]
    public void Parameters_in_a_list_are_numbered() =>
        Assert.Equal(["scales.0", "scales.1"], new Scales().NamedParameters().Select(parameter => parameter.Name));

    [Fact]
    public void Modules_that_would_be_made_anew_each_time_are_refused() => Assert.Equal(
        "Lazily.layers makes what it holds anew each time it is looked at: write .ToArray() behind it, so that the weights last.",
        Assert.Throws<InvalidOperationException>(() => new Lazily().Parameters()).Message);

    [Fact]
    public void A_shared_module_counts_once_and_is_saved_under_both_names()
    {
        var shared = new Linear(2, 2);
        var model = new Sequential(shared, new ReLU(), shared);
        Assert.Equal(["0.weight", "0.bias"], model.NamedParameters().Select(parameter => parameter.Name));
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], model.StateDict().Keys);
        Assert.Equal(3, model.Modules().Count);
    }

    [Fact]
    public void A_module_that_holds_itself_is_refused()
    {
        var model = new Sequential();
        model.Add(new Sequential(model));
        Assert.Equal(
            "Sequential holds itself at 0.0: a module cannot be part of itself.",
            Assert.Throws<InvalidOperationException>(() => model.StateDict()).Message);
        Assert.Contains("(0): Sequential(…)", model.ToString());
        Assert.Equal(2, model.Modules().Count);
    }

    [Fact]
    public void Two_members_of_one_name_are_refused() => Assert.Contains(
        "two members called inner.weight", Assert.Throws<InvalidOperationException>(() => new Hiding().StateDict()).Message);

    [Fact]
    public void The_state_has_parameters_before_buffers_in_PyTorchs_order() => Assert.Equal(
        ["0.weight", "0.bias", "0.running_mean", "0.running_var", "0.num_batches_tracked", "1.weight", "1.bias"],
        new Sequential(new BatchNorm2d(3), new Linear(3, 1)).StateDict().Keys);

    [Fact]
    public void Evaluation_and_training_reach_every_module()
    {
        var model = new Model();
        Assert.True(model.Training);
        Assert.All(model.Eval().Modules(), module => Assert.False(module.Training));
        Assert.All(model.Train().Modules(), module => Assert.True(module.Training));
    }

    [Fact]
    public void An_action_reaches_children_before_their_parents()
    {
        var reached = new List<string>();
        new Model().Apply(module => reached.Add(module.GetType().Name));
        Assert.Equal(["Conv2d", "Conv2d", "Sequential", "Conv2d", "Model"], reached);
    }

    [Fact]
    public void A_model_is_frozen_as_a_whole_or_in_part()
    {
        var model = new Model();
        model.RequiresGrad = false;
        Assert.All(model.Parameters(), parameter => Assert.False(parameter.RequiresGrad));
        Assert.False(model.RequiresGrad);

        model.Parameters()[1].RequiresGrad = true;
        Assert.True(model.RequiresGrad);
    }

    [Fact]
    public void A_module_may_call_itself()
    {
        var x = Tensor.Zeros((2, 3));
        Assert.Equal([1, 1, 1, 1, 1, 1], new PerRow().Call(x).ToArray());
    }

    [Fact]
    public void A_call_can_be_passed_on_as_a_function() =>
        Assert.Equal([1f, 2f], new[] { Tensor.Of([0]), Tensor.Of([1]) }.Select(new Plus().Call).Select(y => y.Item()));
}
