using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace CourseCnn.Lab.Book.Text;

/// <summary>
/// Writes a formula as <c>&lt;code class="math"&gt;</c> with its LaTeX inside, to be typeset once the text around it is clean.
/// </summary>
sealed class MathElements : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new Inline());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new Block());
    }

    sealed class Inline : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula) => renderer
            .Write(formula.DelimiterCount == 2 ? "<code class=\"math display\">" : "<code class=\"math\">")
            .WriteEscape(formula.Content)
            .Write("</code>");
    }

    sealed class Block : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula) => renderer
            .EnsureLine()
            .Write("<p><code class=\"math display\">")
            .WriteLeafRawLines(formula, writeEndOfLines: true, escape: true)
            .WriteLine("</code></p>");
    }
}
