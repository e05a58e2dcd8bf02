using CourseCnn.Lab.Book.Files;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace CourseCnn.Lab.Book.Text;

/// <summary>
/// LaTeX to MathML, which browsers draw by themselves. Temml does it, here and not in the reader's browser: a page needs no script to show
/// a formula, and what Temml does not know is noticed while the page is made.
/// </summary>
static class Mathematics
{
    static readonly Lock gate = new();
    static readonly Lazy<JsValue> temml = new(Load);

    /// <param name="latex">The formula.</param>
    /// <param name="isDisplay">True for a formula on lines of its own.</param>
    /// <param name="problem">Why there is no MathML, or null.</param>
    /// <returns>A math element, or null for what cannot be typeset.</returns>
    internal static string? ToMathMl(string latex, bool isDisplay, out string? problem)
    {
        lock (gate)
        {
            try
            {
                problem = null;
                return temml.Value.Call(latex, isDisplay).AsString();
            }
            catch (JavaScriptException error)
            {
                problem = FirstLine(error.Message);
            }
            catch (Exception error) when (error is TimeoutException or JintException or InvalidOperationException)
            {
                problem = $"it takes too long to typeset ({error.GetType().Name}).";
            }
            return null;
        }
    }

    static JsValue Load()
    {
        // A formula is somebody else's program, so it gets limits.
        var engine = new Engine(options => options.TimeoutInterval(TimeSpan.FromSeconds(20)).LimitRecursion(2000));
        engine.Execute(BookAssets.Text("math/temml.min.js"));
        return engine.Evaluate("""
            (latex, isDisplay) => temml.renderToString(latex, {
              displayMode: isDisplay, throwOnError: true, trust: false, maxExpand: 1000, maxSize: [40, 40],
            })
            """);
    }

    static string FirstLine(string message)
    {
        var line = message.Split('\n')[0].Trim().TrimEnd(':');
        return line.EndsWith('.') ? line : $"{line}.";
    }
}
