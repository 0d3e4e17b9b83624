using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Devices;

/// <summary>Decides, after an error of the tensor library, whether its device is of any use yet.</summary>
/// <param name="computes">Whether a small computation on the device succeeds; asked only where the error's text doesn't tell.</param>
public sealed class DeviceVerdict(Func<bool> computes)
{
    /// <summary>The verdict on a device: one that is no GPU has no state that an error could spoil.</summary>
    internal static DeviceVerdict On(Device device) => new(() => device.type != DeviceType.CUDA || Computes(device));

    /// <summary>Whether every later call will fail too. A lost context fails whatever it is asked, so the device itself answers best.</summary>
    public bool IsBrokenBy(string message) => DeviceErrors.KindOf(message) switch
    {
        DeviceErrorKind.Memory => false,
        DeviceErrorKind.Lasting => true,
        _ => !computes(),
    };

    /// <summary>Throws where the device is of no use any more.</summary>
    /// <exception cref="DeviceException">It is broken.</exception>
    internal void Require(string device, ExternalException error)
    {
        if (IsBrokenBy(error.Message))
        {
            throw new DeviceException(
                DeviceTrouble.Broken,
                $"Device '{device}' can't be used by this process any more: {FirstLine(error.Message)} A new process may use it again.",
                error);
        }
    }

    private static bool Computes(Device device)
    {
        try
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            return ones(16, device: device).sum().cpu().item<float>() == 16;
        }
        catch (ExternalException)
        {
            return false;
        }
    }

    // Texts of libtorch go on with advice and a stack trace.
    private static string FirstLine(string message)
    {
        var line = message.Split('\n', 2)[0].Trim();
        return line.EndsWith('.') ? line : $"{line}.";
    }
}
