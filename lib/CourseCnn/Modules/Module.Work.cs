namespace CourseCnn;

public abstract partial class Module
{
    /// <summary>
    /// How many multiplications with an addition the module itself does, without those of the modules it calls. Override it for a
    /// layer of your own whose work shall count in a summary.
    /// </summary>
    /// <param name="input">The shape that goes in.</param>
    /// <param name="output">The shape that comes out.</param>
    protected internal virtual long MultAdds(Shape input, Shape output) => 0;
}
