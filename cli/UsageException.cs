namespace NeuralStyle.Cli;

/// <summary>The command line asks for something that cannot be: a file that isn't there, a sweep that nobody submitted.</summary>
internal sealed class UsageException(string message) : Exception(message);
