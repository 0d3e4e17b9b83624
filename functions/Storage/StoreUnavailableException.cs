namespace NeuralStyle.Functions.Storage;

/// <summary>The store could not be reached, said to come again later, or did not let this app in. Worth a retry.</summary>
public sealed class StoreUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
