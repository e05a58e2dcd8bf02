using static System.FormattableString;

namespace CourseCnn;

/// <summary>Checks of what a learner gives to a layer, each with a sentence that says what to write instead.</summary>
static class Require
{
    public static void AtLeast(string layer, string argument, int value, int least, string example)
    {
        if (value < least)
            throw new ArgumentException(Invariant(
                $"{layer} needs {Article(argument)} {argument} of at least {least}, but got {value}: write for example {argument}: {example}."));
    }

    public static void AtLeast(string layer, string argument, Size2d value, int least, string example)
    {
        if (value.Smallest < least)
            throw new ArgumentException(Invariant(
                $"{layer} needs {Article(argument)} {argument} of at least {least} in both directions, but got {value}: write for example {argument}: {example}."));
    }

    static string Article(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";
}
