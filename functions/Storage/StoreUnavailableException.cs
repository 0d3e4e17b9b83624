namespace NeuralStyle.Functions.Storage;

/// <summary>The store could not be reached, or said to come again later. Worth a retry.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
