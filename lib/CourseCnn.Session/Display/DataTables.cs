using System.Data;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Display;

/// <summary>The framework's tables of data.</summary>
static class DataTables
{
    public static Part Part(Part? parent, DataTable table)
    {
        var columns = table.Columns.Cast<DataColumn>().Take(Limits.TableSide).Select(column => column.ColumnName).ToList();
        return new Part(parent, table) { Kind = PartKind.Table, Columns = columns, Members = [Member.Many(part => Rows(part, table))] };
    }

    static IEnumerable<(string Name, object? Value)> Rows(Part part, DataTable table)
    {
        foreach (var row in table.Rows.Cast<DataRow>().Take(Limits.TableSide))
            yield return ("", new Row([.. row.ItemArray.Take(Limits.TableSide)]));
        if (table.Rows.Count > Limits.TableSide)
            part.LeftOut = Elements.More(table.Rows.Count - Limits.TableSide);
    }
}
