namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>A checkpoint can't be gone on from: it is damaged, or of another trial, version or machine.</summary>
internal sealed class CheckpointException(string message, Exception? innerException = null) : Exception(message, innerException);
