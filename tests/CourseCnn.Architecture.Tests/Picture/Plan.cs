using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Picture;

/// <summary>Where a project's frame stands, and where its rooms stand within: each in a column and a row, counted from 0.</summary>
sealed record Plan(HouseAssembly House, string Says, Box Frame, (string Room, double Column, int Row)[] Places)
{
    const double HeadHeight = 50;
    const double BoxWidth = 164;
    const double BoxHeight = 66;

    static readonly Plan[] all =
    [
        new(HouseAssembly.Lab, "where notebooks run: an executable", new(20, 20, 920, 520),
        [
            (".", 2, 0), ("Commands", 2, 1), ("Jupyter", 0, 2), ("Book", 2, 2), ("Notebooks", 2, 3), ("Workers", 0, 3), ("Crash", 0.8, 4),
                ("Terminal", 2, 4),
        ]),
        new(HouseAssembly.Session, "one C# session: cells in, values out", new(20, 590, 360, 800),
        [
            (".", 0.5, 0), ("Assist", 0, 1), ("Errors", 1, 1), ("Compiling", 0.5, 2), ("Magics", 0.5, 3), ("Display", 0.5, 4),
            ("Running", 0.5, 5), ("Wording", 0, 6), ("References", 1, 6), ("Contract", 0.5, 7),
        ]),
        new(HouseAssembly.Library, "what a cell uses", new(420, 590, 520, 800),
        [
            ("Figures", 0, 0), ("Summaries", 1, 0), ("Questions", 2, 0), ("Layers", 1, 1), ("Data", 0, 2), ("Modules", 1, 2),
            ("Tensors", 1.4, 3), ("Compute", 1.4, 4), ("Files", 0, 5), ("Display", 1.4, 5),
        ]),
    ];

    public static IReadOnlyList<Plan> All => all;

    public static Plan Of(HouseAssembly house) => all.Single(plan => plan.House == house);

    public IEnumerable<(Room Room, Box Box)> Rooms => Places.Select(place => (new Room(place.Room), BoxOf(place)));

    public Box BoxOf(Room room) => BoxOf(Places.Single(place => place.Room == room.Path));

    Box BoxOf((string Room, double Column, int Row) place)
    {
        var columns = Math.Floor(Frame.Width / (BoxWidth + 4));
        var rows = Places.Max(each => each.Row) + 1;
        var (width, height) = (Frame.Width / columns, (Frame.Height - HeadHeight - 12) / rows);
        return new(
            Frame.X + (place.Column + 0.5) * width - BoxWidth / 2,
            Frame.Y + HeadHeight + (place.Row + 0.5) * height - BoxHeight / 2,
            BoxWidth,
            BoxHeight);
    }
}
