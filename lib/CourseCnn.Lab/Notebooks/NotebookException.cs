namespace CourseCnn.Lab.Notebooks;

/// <summary>A notebook that cannot be read, run or saved. The message is a sentence for whoever wrote it, naming the file.</summary>
public sealed class NotebookException(string message) : Exception(message);
