namespace CourseCnn.Figures.Diagrams;

/// <summary>
/// Filters that each find something else: the waves of the discrete cosine transform, from coarse to fine. They are orthogonal, so none
/// finds what another does.
/// </summary>
static class CosineFilters
{
    /// <summary>The first filters of a size, after those of even edges comes the average last.</summary>
    /// <returns>Shape (count, 1, height, width).</returns>
    internal static Tensor Of(int count, Size2d size)
    {
        var (height, width) = size;
        var waves = from down in Enumerable.Range(0, height)
                    from across in Enumerable.Range(0, width)
                    where down + across > 0
                    orderby down + across, down
                    select (Down: down, Across: across);
        var chosen = waves.Append((Down: 0, Across: 0)).Take(count).ToList();
        var numbers = from wave in chosen
                      from row in Enumerable.Range(0, height)
                      from column in Enumerable.Range(0, width)
                      select (float)(Wave(wave.Down, row, height) * Wave(wave.Across, column, width));
        return new Tensor([.. numbers], (chosen.Count, 1, height, width));
    }

    static double Wave(int frequency, int place, int size) => Math.Round(Math.Cos(Math.PI * frequency * (place + 0.5) / size), 6);
}
