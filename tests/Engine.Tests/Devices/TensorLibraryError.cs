using System.Runtime.InteropServices;

namespace NeuralStyle.Engine.Tests.Devices;

/// <summary>An error as the tensor library throws it.</summary>
internal sealed class TensorLibraryError(string message) : ExternalException(message);
