using System.Text;
using CourseCnn.Session.Contract;
using CourseCnn.Session.Wording;

namespace CourseCnn.Session.Running;

/// <summary>Stands in for standard output or error: what a cell writes goes to that cell, everything else where it always went.</summary>
sealed class ConsoleRouter(OutputStream stream, TextWriter elsewhere) : TextWriter
{
    static readonly Lock installing = new();
    static ConsoleRouter? own, ownError;
    static TextWriter? output, error;
    static TextReader? input;

    public override Encoding Encoding => elsewhere.Encoding;

    /// <summary>Takes the process's console over, unless that is done; again where an earlier cell gave it to something else.</summary>
    public static void Install()
    {
        lock (installing)
        {
            own ??= new ConsoleRouter(OutputStream.Out, Console.Out);
            ownError ??= new ConsoleRouter(OutputStream.Error, Console.Error);
            if (Console.Out != output)
            {
                Console.SetOut(own);
                output = Console.Out;
            }

            if (Console.Error != error)
            {
                Console.SetError(ownError);
                error = Console.Error;
            }

            // Setting Console.InputEncoding, as many console programs begin, makes a new reader.
            if (Console.In != input)
            {
                Console.SetIn(new CellReader(Console.In));
                input = Console.In;
            }
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (CellContext.Current is { } context)
        {
            context.ThrowIfStopped();
            context.Output.Write(stream, TypeName.Clean(value));
        }
        else
        {
            elsewhere.Write(value);
        }
    }

    // One piece, so that a line of one thread is not torn apart by another's.
    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush() => elsewhere.Flush();
}
