using System.Runtime.InteropServices;
using System.Text;

namespace NeuralStyle.Engine.Devices;

/// <summary>
/// Asks NVIDIA's driver through its management library (NVML), which comes with the driver and answers also while the GPU is at work.
/// It numbers GPUs by their place on the bus, which is CUDA's order where one is visible.
/// </summary>
internal static class NvidiaDriver
{
    /// <summary>The library.</summary>
    public const string Library = "libnvidia-ml.so.1";

    // NVML's own bounds for these texts (nvml.h: NVML_DEVICE_NAME_V2_BUFFER_SIZE, NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE).
    private const int NameLength = 96;
    private const int VersionLength = 80;

    /// <summary>What the driver says of a GPU; null where there is no driver, or none of that number.</summary>
    public static GpuFacts? Ask(int number)
    {
        if (!NativeLibrary.TryLoad(Library, out var library))
            return null;
        try
        {
            return Init() == 0 ? Initialized(number) : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A driver older than these calls.
            return null;
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    private static GpuFacts? Initialized(int number)
    {
        try
        {
            var (name, version) = (new byte[NameLength], new byte[VersionLength]);
            return HandleOf((uint)number, out var gpu) == 0
                && NameOf(gpu, name, NameLength) == 0
                && VersionOf(version, VersionLength) == 0
                && MemoryOf(gpu, out var memory) == 0
                ? new GpuFacts(Text(name), Text(version), (long)memory.Total, (long)memory.Free)
                : null;
        }
        finally
        {
            _ = Shutdown();
        }
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Max(0, Array.IndexOf(bytes, (byte)0))));

    [DllImport(Library, EntryPoint = "nvmlInit_v2")]
    private static extern int Init();

    [DllImport(Library, EntryPoint = "nvmlShutdown")]
    private static extern int Shutdown();

    [DllImport(Library, EntryPoint = "nvmlDeviceGetHandleByIndex_v2")]
    private static extern int HandleOf(uint index, out nint gpu);

    [DllImport(Library, EntryPoint = "nvmlDeviceGetName")]
    private static extern int NameOf(nint gpu, [Out] byte[] name, uint length);

    [DllImport(Library, EntryPoint = "nvmlSystemGetDriverVersion")]
    private static extern int VersionOf([Out] byte[] version, uint length);

    [DllImport(Library, EntryPoint = "nvmlDeviceGetMemoryInfo")]
    private static extern int MemoryOf(nint gpu, out GpuMemory memory);

    /// <summary>Bytes; the order is NVML's.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct GpuMemory
    {
        public ulong Total;
        public ulong Free;
        public ulong Used;
    }
}
