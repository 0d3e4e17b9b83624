using System.Runtime.CompilerServices;

namespace NetVips.Interop;

/// <summary>Starts libvips when the assembly is loaded, as the published package does.</summary>
internal static class LibraryStart
{
    [ModuleInitializer]
    internal static void Run()
    {
        if (!NetVips.Init())
            throw new VipsException("unable to start libvips");
    }
}
