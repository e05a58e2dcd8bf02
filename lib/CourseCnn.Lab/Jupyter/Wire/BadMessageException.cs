namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>A message is dropped; the message says what is wrong with it, to follow "a message was dropped: ".</summary>
sealed class BadMessageException(string reason) : Exception(reason);
