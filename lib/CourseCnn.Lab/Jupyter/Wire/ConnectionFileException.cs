namespace CourseCnn.Lab.Jupyter.Wire;

/// <summary>A kernel cannot start from what its connection file says. The message is a sentence for whoever started it.</summary>
sealed class ConnectionFileException(string message) : Exception(message);
