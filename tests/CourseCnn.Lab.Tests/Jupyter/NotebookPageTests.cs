using CourseCnn.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CourseCnn.Lab.Tests.Jupyter;

/// <summary>A person with a browser before Jupyter Notebook.</summary>
[Collection(InstalledKernel.Collection)]
public sealed class NotebookPageTests(InstalledKernel installed, Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("a desk ").FullName;
    NotebookServer? server;
    IPage? page;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        var python = await JupyterTools.PythonAsync(installed, "notebook.notebookapp");
        JupyterTools.CopyNotebooks(folder);
        server = await NotebookServer.StartAsync(installed, python, folder);
        page = await chromium.Browser!.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        page.SetDefaultTimeout(90_000);
        SetDefaultExpectTimeout(90_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (page is not null)
            await page.CloseAsync();
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_notebook_of_the_course_runs_as_a_whole_and_shows_its_figures()
    {
        var name = Path.GetFileName(Directory.GetFiles(Path.Combine(folder, "notebooks")).Order().First());
        await OpenAsync($"notebooks/{name}");
        await page!.EvaluateAsync("Jupyter.notebook.clear_all_output()");
        await page.EvaluateAsync("Jupyter.notebook.execute_all_cells()");
        await Expect(page.Locator("#kernel_indicator_icon.kernel_idle_icon")).ToBeVisibleAsync();
        var cells = await page.EvaluateAsync<int>("Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code').length");
        await page.WaitForFunctionAsync(
            "n => Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.input_prompt_number > 0).length === n", cells);

        Assert.Equal(
            "", await page.EvaluateAsync<string>("Array.from(document.querySelectorAll('.output_error')).map(e => e.innerText).join()"));
        var figures = page.Locator(".output_area svg, .output_area img, .output_area iframe");
        Assert.InRange(await figures.CountAsync(), 5, 1_000);
        await figures.First.ScrollIntoViewIfNeededAsync();
        await Expect(figures.First).ToBeVisibleAsync();
        await ShowAsync("notebook");
    }

    [Fact]
    public async Task A_person_completes_a_word_answers_a_question_and_interrupts_a_loop()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "desk.ipynb"), """
            {"cells":[{"cell_type":"code","id":"a","execution_count":null,"metadata":{},"outputs":[],"source":[]}],
             "metadata":{"kernelspec":{"name":"coursecnn","display_name":"C# (CourseCnn)","language":"C#"}},"nbformat":4,"nbformat_minor":5}
            """, TestContext.Current.CancellationToken);
        await OpenAsync("desk.ipynb");

        await TypeAsync("Console.Wri");
        // The page passes over suggestions that take long, as they may in a kernel's first seconds: this asks until they are quick.
        await page!.WaitForFunctionAsync("""
            async () => {
              const began = performance.now();
              await new Promise(go => Jupyter.notebook.kernel.complete("Console.Wri", 11, go));
              return performance.now() - began < 300;
            }
            """);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#complete option").Filter(new() { HasText = "WriteLine" })).ToBeVisibleAsync();
        await ShowAsync("completion");
        await page.Keyboard.PressAsync("Escape");

        await RunAsync("Console.Write(\"Your name? \"); var name = Console.ReadLine(); Console.WriteLine($\"Hello, {name}!\");");
        await Expect(page.Locator(".raw_input_prompt")).ToHaveTextAsync("Your name? ");
        await page.Locator("input.raw_input").FillAsync("Ada");
        await ShowAsync("question");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".output_text").Last).ToContainTextAsync("Hello, Ada!");

        await RunAsync("var i = 0;\nwhile (true) { i++; }");
        await Expect(page.Locator("#kernel_indicator_icon.kernel_busy_icon")).ToBeVisibleAsync();
        await page.EvaluateAsync("Jupyter.notebook.kernel.interrupt()");
        await Expect(page.Locator(".output_error")).ToContainTextAsync("stopped before its end");
        await Expect(page.Locator("#kernel_indicator_icon.kernel_idle_icon")).ToBeVisibleAsync();
        await ShowAsync("interrupt");
        await RunAsync("name.Length + (i != 0 ? 1 : 0)");
        await Expect(page.Locator(".output_result").Last).ToContainTextAsync("4");
    }

    async Task OpenAsync(string notebook)
    {
        await page!.GotoAsync($"{server!.Address}/notebooks/{notebook}");
        await page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && "
            + "Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.status === 'ok'");
    }

    /// <summary>Types into the last cell, over what is there.</summary>
    async Task TypeAsync(string code)
    {
        var cells = page!.Locator(".code_cell .CodeMirror");
        await cells.Last.ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(code);
    }

    /// <summary>Types into the last cell and runs it.</summary>
    async Task RunAsync(string code)
    {
        await TypeAsync(code);
        await page!.Keyboard.PressAsync("Shift+Enter");
    }

    /// <summary>Keeps a picture of the page where COURSECNN_SCREENSHOTS names a folder.</summary>
    async Task ShowAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("COURSECNN_SCREENSHOTS") is { Length: > 0 } pictures)
            await page!.ScreenshotAsync(new() { Path = Path.Combine(pictures, name + ".png") });
    }
}
