namespace CourseCnn.Lab.Jupyter.Install;

/// <summary>The kernel cannot be installed. The message is a sentence for whoever asked for it.</summary>
sealed class InstallException(string message) : Exception(message);
