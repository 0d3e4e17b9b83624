using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Addresses of at::Tensor and other objects are nint; a null or non-zero status says that the error is kept for nst_take_error.
internal static unsafe partial class Native
{
    private const string Library = "NeuralStyleTorch";

    [DllImport(Library)]
    private static extern byte* nst_take_error();

    // The thread's last error, or null.
    internal static string? TakeError() => Marshal.PtrToStringUTF8((nint)nst_take_error());
}
