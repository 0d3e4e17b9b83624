namespace NeuralStyle.Engine.Devices;

/// <summary>
/// Tells errors of CUDA that heal from those that don't, by their texts: libtorch hands on no codes, only what
/// <c>cudaGetErrorString</c>, <c>cuGetErrorString</c>, cuBLAS and cuDNN say, within texts of its own.
/// </summary>
public static class DeviceErrors
{
    // Also what says that a library could not get the memory for its work.
    private static readonly string[] Memory =
    [
        "out of memory",
        "CUBLAS_STATUS_ALLOC_FAILED",
        "CUDNN_STATUS_ALLOC_FAILED",
        "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
    ];

    // Of the CUDA Runtime API's error codes, those of which its manual says that the process must be terminated and relaunched, or that
    // the context can't be used any more (codes in brackets); then those of a device or driver on which nothing will ever run here.
    private static readonly string[] Lasting =
    [
        "an illegal memory access was encountered", // 700
        "an illegal instruction was encountered", // 715
        "misaligned address", // 716
        "operation not supported on global/shared address space", // 717
        "invalid program counter", // 718
        "unspecified launch failure", // 719
        "device-side assert triggered", // 710
        "hardware stack error", // 714
        "the launch timed out and was terminated", // 702
        "context is destroyed", // 709
        "uncorrectable ECC error encountered", // 214
        "uncorrectable NVLink error detected", // 220
        "Invalid access of peer GPU memory over nvlink or a hardware error", // 721
        "driver shutting down", // 4
        "unknown error", // 999
        "devices are busy or unavailable", // 46; older texts say "device(s) is/are"
        "device(s) is/are busy or unavailable",
        "no CUDA-capable device is detected", // 100
        "CUDA driver version is insufficient for CUDA runtime version", // 35
        "no kernel image is available for execution on the device", // 209
        "the provided PTX was compiled with an unsupported toolchain", // 222
        "system has unsupported display driver / cuda driver combination", // 803
    ];

    /// <summary>What an error's text says.</summary>
    public static DeviceErrorKind KindOf(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        // Memory first: what follows from a want of memory may carry the text of another error too.
        if (Names(message, Memory))
            return DeviceErrorKind.Memory;
        return Names(message, Lasting) ? DeviceErrorKind.Lasting : DeviceErrorKind.Unclear;
    }

    private static bool Names(string message, string[] texts) => texts.Any(text => message.Contains(text, StringComparison.OrdinalIgnoreCase));
}
