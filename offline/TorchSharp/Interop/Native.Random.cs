using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Generators. See native/random.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_generator_new(ulong seed);

    [DllImport(Library)]
    internal static extern nint nst_generator_default();

    [DllImport(Library)]
    internal static extern void nst_generator_delete(nint generator);

    [DllImport(Library)]
    internal static extern int nst_generator_set_seed(nint generator, long seed);

    [DllImport(Library)]
    internal static extern long nst_generator_seed(nint generator);

    [DllImport(Library)]
    internal static extern nint nst_generator_state(nint generator);

    [DllImport(Library)]
    internal static extern int nst_generator_set_state(nint generator, nint state);

    [DllImport(Library)]
    internal static extern int nst_normal_(nint a, double mean, double deviation, nint generator);

    [DllImport(Library)]
    internal static extern int nst_uniform_(nint a, double from, double to, nint generator);
}
