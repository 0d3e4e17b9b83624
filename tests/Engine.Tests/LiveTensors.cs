namespace NeuralStyle.Engine.Tests;

/// <summary>Tensors that nobody disposed of.</summary>
internal static class LiveTensors
{
    /// <summary>How many there are, those aside that tests of before left to the collector: it would take them while a test counts.</summary>
    public static long CountSettled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Count();
    }

    /// <summary>How many there are, those included that the collector would find.</summary>
    public static long Count() => TorchSharp.torch.Tensor.TotalCount;
}
