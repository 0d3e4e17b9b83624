using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Collects the tensors that native code hands over one by one.
internal sealed class TensorParts : IDisposable
{
    private readonly List<nint> _handles = [];
    private GCHandle _self;

    internal TensorParts() => _self = GCHandle.Alloc(this);

    internal nint Context => GCHandle.ToIntPtr(_self);

    internal static unsafe delegate* unmanaged[Cdecl]<nint, nint, void> Receive => &Add;

    internal torch.Tensor[] ToArray() => [.. _handles.Select(handle => new torch.Tensor(handle))];

    public void Dispose() => _self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Add(nint context, nint part) =>
        ((TensorParts)GCHandle.FromIntPtr(context).Target!)._handles.Add(part);
}
