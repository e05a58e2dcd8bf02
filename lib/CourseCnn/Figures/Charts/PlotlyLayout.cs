using CourseCnn.Figures.Drawing;
using CourseCnn.Figures.Images;
using Plotly.NET;
using Properties = System.Collections.Generic.Dictionary<string, object>;

namespace CourseCnn.Figures.Charts;

/// <summary>Where plotly.js puts the panels: the same places as in the static drawing.</summary>
static class PlotlyLayout
{
    internal static Layout Of(PanelGrid grid)
    {
        var layout = new Layout();
        layout.SetProperty("autosize", true);
        layout.SetProperty("height", grid.Height);
        layout.SetProperty("margin", new Properties { ["l"] = 0, ["r"] = 0, ["t"] = 0, ["b"] = 0, ["pad"] = 0 });
        layout.SetProperty("paper_bgcolor", Theme.Light.Card);
        layout.SetProperty("plot_bgcolor", "rgba(0,0,0,0)");
        layout.SetProperty("font", new Properties { ["family"] = Theme.Font, ["size"] = grid.TickSize, ["color"] = Theme.Light.Text });
        layout.SetProperty("hoverlabel", new Properties
        {
            ["bgcolor"] = Theme.Light.Text,
            ["bordercolor"] = Theme.Light.Card,
            ["font"] = new Properties { ["family"] = Theme.Font, ["size"] = 13, ["color"] = Theme.Light.Card },
        });
        layout.SetProperty("showlegend", false);
        layout.SetProperty("dragmode", "zoom");
        layout.SetProperty("hovermode", "closest");
        for (var index = 0; index < grid.Cells.Count; index++)
        {
            layout.SetProperty("xaxis" + PlotlyChart.Suffix(index), Axis(grid, index, 'x'));
            layout.SetProperty("yaxis" + PlotlyChart.Suffix(index), Axis(grid, index, 'y'));
        }

        layout.SetProperty("annotations", grid.Cells.Where(cell => cell.Title.Count > 0).Select(cell => Title(grid, cell)).ToArray());
        return layout;
    }

    static Properties Axis(PanelGrid grid, int index, char letter)
    {
        var cell = grid.Cells[index];
        var suffix = PlotlyChart.Suffix(index);
        var axis = new Properties
        {
            ["anchor"] = (letter == 'x' ? "y" : "x") + suffix,
            ["domain"] = letter == 'x'
                ? Domain(cell.X / grid.Width, (cell.X + cell.Width) / grid.Width)
                : Domain(1 - (cell.Y + cell.Height) / grid.Height, 1 - cell.Y / grid.Height),
            ["range"] = letter == 'x' ? new[] { -0.5, cell.Columns - 0.5 } : [cell.Rows - 0.5, -0.5],
            ["constrain"] = "domain",
            ["constraintoward"] = letter == 'x' ? "center" : "top",
            ["showgrid"] = false,
            ["zeroline"] = false,
            ["color"] = Theme.Light.Text,
        };

        // Square pixels are asked for once in a group of linked panels; the others follow their leader.
        if (cell.Leader != index)
            axis["matches"] = letter + PlotlyChart.Suffix(cell.Leader);
        else if (letter == 'y')
            axis["scaleanchor"] = "x" + suffix;

        if (!cell.Panel.Axis)
        {
            axis["visible"] = false;
            return axis;
        }

        axis["showline"] = true;
        axis["ticks"] = "outside";
        axis["ticklen"] = PanelGrid.TickLength;
        // At first the steps of the static drawing, finer ones when zoomed in.
        var size = letter == 'x' ? cell.Columns : cell.Rows;
        axis["nticks"] = size / grid.TickStep(cell) + 1;
        axis["tickprefix"] = "<b>";
        axis["ticksuffix"] = "</b>";
        return axis;
    }

    static Properties Title(PanelGrid grid, PanelGrid.Cell cell) => new()
    {
        ["text"] = $"<b>{string.Join("<br>", cell.Title.Select(Escape))}</b>",
        ["font"] = new Properties { ["size"] = grid.TitleSize },
        ["x"] = Numbers.Share((cell.X + cell.Width / 2) / grid.Width),
        ["y"] = Numbers.Share(1 - cell.Y / grid.Height),
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["xanchor"] = "center",
        ["yanchor"] = "bottom",
        ["yshift"] = PanelGrid.TitleGap / 2,
        ["showarrow"] = false,
    };

    /// <summary>plotly.js reads a few HTML tags in a text; a title is shown as it is written.</summary>
    static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    static double[] Domain(double from, double to) =>
        [Math.Clamp(Numbers.Share(from), 0, 1), Math.Clamp(Numbers.Share(to), 0, 1)];
}
