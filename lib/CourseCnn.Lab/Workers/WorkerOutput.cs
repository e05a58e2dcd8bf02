using CourseCnn.Session.Contract;

namespace CourseCnn.Lab.Workers;

/// <summary>In the worker: what a cell writes and shows goes to the program that asked for it.</summary>
/// <param name="program">The way there.</param>
/// <param name="number">The request's number.</param>
/// <param name="hasPage">See <see cref="HasPage"/>.</param>
sealed class WorkerOutput(MessageStream program, int number, bool hasPage) : ICellOutput
{
    public bool HasPage => hasPage;

    public void Write(OutputStream stream, string text) => program.Send(new(MessageKind.Write, number, stream.ToString(), text));

    public void Display(MimeBundle data, string displayId) =>
        program.Send(new(MessageKind.Display, number, [displayId, .. Parts.Of(data)]));

    public void UpdateDisplay(MimeBundle data, string displayId) =>
        program.Send(new(MessageKind.Update, number, [displayId, .. Parts.Of(data)]));

    public void Clear(bool waitForNext) => program.Send(new(MessageKind.Clear, number, waitForNext.ToString()));

    public void Say(CommMessage message) => program.Send(new(MessageKind.Say, number, Parts.Of(message)));
}
