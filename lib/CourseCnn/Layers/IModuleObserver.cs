namespace CourseCnn;

/// <summary>Sees the calls of all modules while a network runs.</summary>
interface IModuleObserver
{
    /// <summary>A module is about to get this input.</summary>
    void Entering(Module module, Tensor input);

    /// <summary>The module entered last, and not yet left, has returned this output.</summary>
    void Left(Module module, Tensor output);
}
