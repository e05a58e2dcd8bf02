namespace CourseCnn.Architecture.Tests.Arrows;

/// <summary>The arrows between the rooms of each assembly. An arrow that is not here is not allowed.</summary>
static class HouseRules
{
    public static RoomRule[] Library { get; } =
    [
        new("Display", [], "notebooks find by name how a type is shown, so what is shown need not be known here"),
        new("Files", [], "writing a file safely has nothing to do with what is written"),
        new("Compute", ["Display"], "it is arithmetic on spans and sizes, read and measured without a tensor"),
        new("Tensors", ["Compute", "Display"], "a tensor is numbers with a shape; who multiplies it by what is for others to know"),
        new("Modules", ["Tensors", "Compute", "Display", "Files"], "a module is a call with parameters; the layers derive from it"),
        new("Layers", ["Modules", "Tensors", "Compute"], "a layer is computed, not drawn: whoever looks on does so from outside"),
        new("Data", ["Tensors", "Compute", "Files"], "a picture from a file becomes a tensor, before any layer has seen it"),
        new("Figures", ["Layers", "Modules", "Tensors", "Compute", "Data", "Display", "Files"],
            "a figure looks at layers and tensors, and must be free to change without them"),
        new("Summaries", ["Layers", "Modules", "Tensors", "Display"], "a table looks at modules from outside, through their calls"),
        new("Questions", ["Layers", "Modules", "Tensors", "Compute", "Display"],
            "a question checks answers with the library itself, and nothing may lean on the course's questions"),
    ];

    public static RoomRule[] Figures { get; } =
    [
        new("Figures/.", [], "what a figure is comes before every way of drawing one"),
        new("Figures/Drawing", ["Figures/."], "canvas, ink and text do not know what is drawn with them"),
        new("Figures/Images", ["Figures/.", "Figures/Drawing"], "pictures side by side are laid out the same for every form of a figure"),
        new("Figures/Charts", ["Figures/.", "Figures/Images", "Figures/Drawing"], "a chart is one form of pictures laid out"),
        new("Figures/Diagrams", ["Figures/.", "Figures/Drawing"], "a diagram is drawn on the canvas alone"),
        new("Figures/Animations", ["Figures/.", "Figures/Drawing"], "an animation is drawn on the canvas alone"),
        new("Figures/Playground", ["Figures/.", "Figures/Charts", "Figures/Images", "Figures/Drawing"], "it adds moving parts to a chart"),
        new("Figures/Plots", ["Figures"], "what a cell calls picks a room, and no room picks a call"),
    ];

    public static RoomRule[] Session { get; } =
    [
        new("Contract", [], "whoever talks to a session needs to know nothing of its inside"),
        new("Wording", [], "what types and failures are called is the same wherever they are told"),
        new("References", ["Contract"], "finding an assembly comes before there is anything to compile or run"),
        new("Running", ["Contract", "References", "Wording"], "a cell is run and stopped without knowing how it was compiled"),
        new("Display", ["Contract", "Running", "Wording"], "values are shown for the cell that runs, whatever its code"),
        new("Magics", ["Contract", "Display", "Running"], "magic commands are taken out before C# is compiled"),
        new("Compiling", ["Contract", "References", "Running", "Display", "Magics", "Wording"],
            "a cell is compiled before it can fail, and before anybody asks about it"),
        new("Errors", ["Contract", "Compiling", "Running", "Wording"],
            "a report explains what compiling and running have found, never the reverse"),
        new("Assist", ["Contract", "Compiling", "Magics", "Running"],
            "help while typing reads the compilation; it takes threads from where cells get theirs, and runs no cell"),
        new(".", ["Contract", "References", "Running", "Display", "Magics", "Compiling", "Errors", "Assist"],
            "the session puts its rooms together"),
    ];

    public static RoomRule[] Lab { get; } =
    [
        new("Terminal", [], "what is printed is handed to it"),
        new("Crash", [], "why a process has ended is told in the same words to whoever started it"),
        new("Workers", ["Crash"], "cells run in a process of their own, whoever asks for them"),
        new("Notebooks", ["Terminal"], "notebooks are read, run and checked whether or not there is a book"),
        new("Book", ["Notebooks", "Terminal"], "a book is made of notebooks, and knows nothing of commands or of Jupyter"),
        new("Jupyter", ["Crash", "Workers"], "the protocol speaks to a session; notebook files and books are somebody else's"),
        new("Commands", ["Book", "Notebooks", "Jupyter", "Terminal"], "a command parses and calls one room: nobody calls a command"),
        new(".", ["Commands", "Jupyter", "Workers", "Terminal"], "the program starts, and hands over"),
    ];
}
