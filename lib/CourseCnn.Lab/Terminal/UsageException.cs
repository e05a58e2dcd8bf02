namespace CourseCnn.Lab.Terminal;

/// <summary>A command line that cannot be followed. The message is a sentence that says what to write instead.</summary>
sealed class UsageException(string message) : Exception(message);
