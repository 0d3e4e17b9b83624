using System.Reflection;

namespace NeuralStyle.Engine;

/// <summary>Versions of what draws and encodes here. With the same ones, the same records and images give the same bytes.</summary>
public static class EngineVersion
{
    /// <summary>Version of NeuralStyle, with the source revision where it is known.</summary>
    public static string Product { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The image library and its version.</summary>
    public static string Images => $"libvips {NetVips.NetVips.Version(0)}.{NetVips.NetVips.Version(1)}.{NetVips.NetVips.Version(2)}";
}
