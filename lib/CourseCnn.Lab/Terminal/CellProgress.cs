using Spectre.Console;
using Spectre.Console.Rendering;

namespace CourseCnn.Lab.Terminal;

/// <summary>A bar that shows how far a notebook has come: its name, cell i of n, time gone. Where nothing can move, no bar.</summary>
sealed class CellProgress(LabConsole console)
{
    /// <summary>The room that "cell 100 of 100", the time and the spinner need. Columns that do not fit all vanish.</summary>
    const int OtherColumns = 32;

    const int NarrowestBar = 10;

    /// <param name="name">The notebook's name.</param>
    /// <param name="run">The work, given what to call as each cell starts: its number and how many there are.</param>
    internal async Task<T> ShowAsync<T>(string name, Func<Action<int, int>, Task<T>> run)
    {
        if (!console.IsLive)
            return await run((_, _) => { });

        var room = console.Out.Profile.Width - OtherColumns;
        var shown = Shorten(name, room - NarrowestBar >= NarrowestBar ? room - NarrowestBar : room);
        var bar = new ProgressBarColumn { Width = Math.Min(40, room - shown.Length) };
        ProgressColumn[] columns =
        [
            new TaskDescriptionColumn { Alignment = Justify.Left },
            .. bar.Width >= NarrowestBar ? [bar] : Array.Empty<ProgressColumn>(),
            new CellColumn(), new ElapsedTimeColumn(), new SpinnerColumn(),
        ];
        return await console.Out.Progress().AutoClear(true).Columns(columns).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(shown));
            task.IsIndeterminate = true;
            return await run((number, count) =>
            {
                task.IsIndeterminate = false;
                task.MaxValue = count;
                task.Value = number - 1;
            });
        });
    }

    /// <summary>The path where there is room for it, else the file's name, else the beginning of that.</summary>
    internal static string Shorten(string path, int room)
    {
        if (path.Length <= room)
            return path;
        var name = Path.GetFileName(path);
        return name.Length <= room ? name : $"{name[..Math.Clamp(room - 1, 1, name.Length)]}…";
    }

    sealed class CellColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.IsIndeterminate ? "starting" : FormattableString.Invariant($"cell {task.Value + 1:0} of {task.MaxValue:0}"));
    }
}
