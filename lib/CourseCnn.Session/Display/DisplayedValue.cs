using CourseCnn.Session.Contract;
using CourseCnn.Session.Running;

namespace CourseCnn.Session.Display;

/// <summary>A value that a cell has shown, to be replaced in place.</summary>
public sealed class DisplayedValue
{
    readonly string id;
    readonly ICellOutput? shownBy;
    readonly string[] mimeTypes;

    DisplayedValue(string id, ICellOutput? shownBy, MimeBundle shown)
    {
        this.id = id;
        this.shownBy = shownBy;
        mimeTypes = [.. shown.Forms.Select(form => form.Key)];
    }

    /// <summary>The media types it was shown in.</summary>
    public IReadOnlyCollection<string> MimeTypes => mimeTypes;

    /// <summary>Shows <paramref name="updatedValue"/> in the old value's place, also from a later cell.</summary>
    public void Update(object? updatedValue) =>
        (CellContext.Current?.Output ?? shownBy)?.UpdateDisplay(DisplayFormat.Of(updatedValue), id);

    internal static string NewId() => Guid.NewGuid().ToString("N");

    internal static DisplayedValue Show(MimeBundle data)
    {
        var id = NewId();
        var output = CellContext.Current?.Output;
        output?.Display(data, id);
        return new(id, output, data);
    }
}
