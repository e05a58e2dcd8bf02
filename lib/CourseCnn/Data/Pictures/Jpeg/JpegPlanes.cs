using BitMiracle.LibJpeg.Classic;

namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>Has LibJpeg.Net decode a file's components as they are, without bringing them to one size.</summary>
static class JpegPlanes
{
    const int BlockSize = 8;

    internal static JpegPlane[] Read(jpeg_decompress_struct decoder)
    {
        decoder.Raw_data_out = true;
        decoder.Do_fancy_upsampling = false;
        // What smooths pictures whose last passes are missing reads beyond its arrays.
        decoder.Do_block_smoothing = false;
        decoder.jpeg_start_decompress();
        var components = decoder.Comp_info.Take(decoder.Num_components).ToArray();
        var (across, down) = (components.Max(component => component.H_samp_factor), decoder.Max_v_samp_factor);
        var groups = (decoder.Output_height + BlockSize * down - 1) / (BlockSize * down);
        var planes = components.Select(component => Empty(decoder, component, across, down, groups)).ToArray();

        for (var group = 0; group < groups; group++)
        {
            var rows = planes.Select((plane, i) =>
            {
                var count = BlockSize * components[i].V_samp_factor;
                return plane.Rows[(group * count)..((group + 1) * count)];
            }).ToArray();
            if (decoder.jpeg_read_raw_data(rows, BlockSize * down) == 0)
                throw new InvalidDataException();
        }

        return planes;
    }

    static JpegPlane Empty(jpeg_decompress_struct decoder, jpeg_component_info component, int across, int down, int groups)
    {
        // Blocks are decoded whole, also those that reach beyond the picture.
        var blocks = (decoder.Output_width + BlockSize * across - 1) / (BlockSize * across) * component.H_samp_factor;
        var rows = new byte[groups * BlockSize * component.V_samp_factor][];
        for (var y = 0; y < rows.Length; y++)
            rows[y] = new byte[blocks * BlockSize];
        return new(
            across / component.H_samp_factor,
            down / component.V_samp_factor,
            (decoder.Output_width * component.H_samp_factor + across - 1) / across,
            (decoder.Output_height * component.V_samp_factor + down - 1) / down,
            rows);
    }
}
