using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Networks;

/// <summary>What a device can compute convolutions with.</summary>
internal static class ConvolutionPrecision
{
    /// <exception cref="StylizationException">The device can't.</exception>
    public static void Require(Precision precision, Device device)
    {
        if (!Enum.IsDefined(precision))
            throw new ArgumentOutOfRangeException(nameof(precision), precision, "No such precision.");
        if (precision == Precision.Tf32 && device.type != DeviceType.CUDA)
        {
            throw new StylizationException(
                $"Precision tf32 needs a CUDA device, and this one is {device}; allowed here are float32 and bfloat16.");
        }
    }

    /// <summary>
    /// Sets the tensor library's switch, which is the process's: convolutions of a CUDA device compute in TF32 by default, so that
    /// float32 has to be asked for too. It holds until another network computes, and so for the backward pass. Matrix products, and
    /// with them Gram matrices, stay in float32. Devices before Ampere have no TF32 and compute in float32; TorchSharp has no way to ask.
    /// </summary>
    public static void Apply(Precision precision, Device device)
    {
        if (device.type != DeviceType.CUDA)
            return;
        backends.cudnn.allow_tf32 = precision == Precision.Tf32;
        backends.cuda.matmul.allow_tf32 = false;
    }
}
