namespace NeuralStyle.Engine.Devices;

/// <summary>
/// This process can't compute on its device. No fault of the trial, so nothing is to be recorded of it: another process, or another
/// machine, may run it to its end.
/// </summary>
/// <param name="trouble">What is the matter.</param>
/// <param name="message">What was seen, and what would help.</param>
/// <param name="innerException">The tensor library's own error, if there was one.</param>
public sealed class DeviceException(DeviceTrouble trouble, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What is the matter.</summary>
    public DeviceTrouble Trouble => trouble;
}
