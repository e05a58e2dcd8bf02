using BitMiracle.LibJpeg.Classic;

namespace CourseCnn.Data.Pictures.Jpeg;

/// <summary>Keeps quiet about what the decoder finds odd, and remembers where pixels began to be missing or made no sense.</summary>
sealed class JpegErrors : jpeg_error_mgr
{
    J_MESSAGE_CODE lastCode;

    /// <summary>The decoder that reports here; it must be told of the errors' home first.</summary>
    internal jpeg_decompress_struct? Decoder { get; set; }

    /// <summary>In which scan, and in which row of blocks there, something was first wrong; null if nothing was.</summary>
    internal (int Scan, int Row)? FirstAt { get; private set; }

    /// <summary>Whether there was more wrong than that the pixels ended too early.</summary>
    internal bool IsDamaged { get; private set; }

    public override void emit_message(int msg_level)
    {
        if (msg_level >= 0)
            return;

        // The code is not public, but the decoder passes it on to whoever puts it into words.
        format_message();
        if (lastCode is not (J_MESSAGE_CODE.JWRN_HIT_MARKER or J_MESSAGE_CODE.JWRN_JPEG_EOF or J_MESSAGE_CODE.JWRN_HUFF_BAD_CODE
            or J_MESSAGE_CODE.JWRN_MUST_RESYNC or J_MESSAGE_CODE.JWRN_BOGUS_PROGRESSION or J_MESSAGE_CODE.JWRN_NOT_SEQUENTIAL))
            return;
        FirstAt ??= (Decoder!.Input_scan_number, Decoder.Input_iMCU_row);
        IsDamaged |= lastCode is not (J_MESSAGE_CODE.JWRN_HIT_MARKER or J_MESSAGE_CODE.JWRN_JPEG_EOF);
    }

    public override void output_message()
    {
    }

    protected override string GetMessageText(int code)
    {
        lastCode = (J_MESSAGE_CODE)code;
        return "";
    }
}
