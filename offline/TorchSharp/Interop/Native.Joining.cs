using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Several tensors from one, one from several. See native/joining.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern nint nst_cat(nint* parts, int count, long dim);

    [DllImport(Library)]
    internal static extern nint nst_stack(nint* parts, int count, long dim);

    [DllImport(Library)]
    internal static extern int nst_chunk(nint a, long chunks, long dim, delegate* unmanaged[Cdecl]<nint, nint, void> receive, nint context);

    [DllImport(Library)]
    internal static extern int nst_split(nint a, long size, long dim, delegate* unmanaged[Cdecl]<nint, nint, void> receive, nint context);

    [DllImport(Library)]
    internal static extern int nst_split_sizes(
        nint a, long* sizes, int count, long dim, delegate* unmanaged[Cdecl]<nint, nint, void> receive, nint context);

    [DllImport(Library)]
    internal static extern int nst_unbind(nint a, long dim, delegate* unmanaged[Cdecl]<nint, nint, void> receive, nint context);

    [DllImport(Library)]
    internal static extern int nst_where_list(nint condition, delegate* unmanaged[Cdecl]<nint, nint, void> receive, nint context);
}
