using System.Globalization;
using System.Text;
using CourseCnn.Architecture.Tests.Reading;

namespace CourseCnn.Architecture.Tests.Picture;

/// <summary>Draws the house: projects as frames, rooms as boxes with the folders in them, and the arrows that the code has.</summary>
sealed class HousePicture
{
    const int LettersInABox = 28;

    // On a ground of its own, so that it can be read on any page; dark where the reader's system is.
    const string Head = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 1440"
          font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="11">
        <title>The rooms of CourseCnn, and which of them look at which</title>
        <style>
          .ground { fill: #ffffff } .frame { fill: #f3f5f8; stroke: #c5ccd6 } .room { fill: #ffffff; stroke: #57606a }
          text { fill: #1f2328 } .quiet { fill: #57606a } .arrow { stroke: #0a5dc2; stroke-width: 1.5; fill: none } .tip { fill: #0a5dc2 }
          @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117 } .frame { fill: #161b22; stroke: #3d444d } .room { fill: #0d1117; stroke: #9198a1 }
            text { fill: #e6edf3 } .quiet { fill: #9da7b3 } .arrow { stroke: #79b8ff } .tip { fill: #79b8ff }
          }
        </style>
        <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>
        <rect class="ground" width="960" height="1440" rx="8"/>
        """;

    readonly StringBuilder svg = new(Head.ReplaceLineEndings("\n") + "\n");

    public static string Draw()
    {
        var picture = new HousePicture();
        foreach (var plan in Plan.All)
            picture.AddProject(plan);
        picture.AddCrossings();
        return picture.svg.Append("</svg>\n").ToString();
    }

    void AddProject(Plan plan)
    {
        var frame = plan.Frame;
        Add($"""<rect class="frame" x="{frame.X}" y="{frame.Y}" width="{frame.Width}" height="{frame.Height}" rx="8"/>""");
        Add($"""<text x="{frame.X + 14}" y="{frame.Y + 24}" font-size="15" font-weight="600">{plan.House.Name}</text>""");
        Add($"""<text class="quiet" x="{frame.X + 14}" y="{frame.Y + 41}">{plan.Says}</text>""");
        foreach (var (from, to) in RoomArrows.Of(plan.House).Shown)
            AddArrow(plan.BoxOf(from), plan.BoxOf(to));
        foreach (var (room, box) in plan.Rooms)
            AddRoom(plan.House, room, box);
    }

    void AddRoom(HouseAssembly house, Room room, Box box)
    {
        Add($"""<rect class="room" x="{box.X:0.#}" y="{box.Y:0.#}" width="{box.Width}" height="{box.Height}" rx="5"/>""");
        var inner = house.Rooms.Where(each => each != room && each.IsWithin(room)).Select(each => each.Outer(2).Path.Split('/')[1]);
        var lines = Lines([.. inner.Distinct().Order(StringComparer.Ordinal)]);
        var y = box.Y + box.Height / 2 + 4.5 - 6 * lines.Count;
        var title = room != Room.Project ? room.Path : house == HouseAssembly.Session ? "CSharpSession" : "Program";
        Add($"""<text x="{box.Middle:0.#}" y="{y:0.#}" font-size="13" font-weight="600" text-anchor="middle">{title}</text>""");
        foreach (var line in lines)
            Add($"""<text class="quiet" x="{box.Middle:0.#}" y="{y += 12:0.#}" font-size="10" text-anchor="middle">{line}</text>""");
    }

    /// <summary>From the lab into the session, and from a cell, once it runs, to the library.</summary>
    void AddCrossings()
    {
        var (lab, session, library) = (Plan.Of(HouseAssembly.Lab), Plan.Of(HouseAssembly.Session), Plan.Of(HouseAssembly.Library));
        foreach (var room in RoomArrows.Of(lab.House).Lowest([.. lab.House.RoomsThatKnow("CourseCnn.Session")]))
            AddArrow(lab.BoxOf(room), session.Frame with { X = session.Frame.X + 20, Width = session.Frame.Width - 40 });

        var y = session.Frame.Y + 22;
        var right = session.Frame.X + session.Frame.Width;
        Add($"""<path class="arrow" stroke-dasharray="4 3" marker-end="url(#tip)" d="M{right} {y}H{library.Frame.X}"/>""");
        Add($"""<text class="quiet" x="20" y="1412">An arrow means: names a type of. What follows from other arrows is left out.</text>""");
        Add($"""<text class="quiet" x="20" y="1427">Dashed: when a cell says #r. lib/Shared is compiled into all three.</text>""");
    }

    /// <summary>From under one box to the top of another. Ends lean towards each other, so that arrows of a box stay apart.</summary>
    void AddArrow(Box from, Box to)
    {
        var start = Math.Clamp(to.Middle, from.Middle - 0.36 * from.Width, from.Middle + 0.36 * from.Width);
        var end = Math.Clamp(from.Middle, to.Middle - 0.36 * to.Width, to.Middle + 0.36 * to.Width);
        Add($"""<path class="arrow" marker-end="url(#tip)" d="M{start:0.#} {from.Bottom:0.#}L{end:0.#} {to.Y - 1:0.#}"/>""");
    }

    void Add(FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Folder names in lines that fit a box.</summary>
    static List<string> Lines(string[] names)
    {
        var lines = new List<string>();
        foreach (var name in names)
            if (lines.Count > 0 && lines[^1].Length + name.Length < LettersInABox)
                lines[^1] += " · " + name;
            else
                lines.Add(name);
        return lines;
    }
}
