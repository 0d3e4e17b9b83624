using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

// Gradients and gradient mode. See native/autograd.cpp.
internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern int nst_set_requires_grad(nint a, bool requiresGrad);

    [DllImport(Library)]
    internal static extern int nst_retain_grad(nint a);

    [DllImport(Library)]
    internal static extern nint nst_grad(nint a);

    [DllImport(Library)]
    internal static extern int nst_set_grad(nint a, nint grad);

    [DllImport(Library)]
    internal static extern nint nst_detach(nint a);

    [DllImport(Library)]
    internal static extern int nst_detach_(nint a);

    [DllImport(Library)]
    internal static extern int nst_backward(nint a);

    [DllImport(Library)]
    internal static extern int nst_autograd_backward(
        nint* tensors, int count, nint* grads, int gradCount, bool retainGraph, bool createGraph, nint* inputs, int inputCount);

    [DllImport(Library)]
    internal static extern int nst_autograd_grad(
        nint* outputs, int count, nint* inputs, int inputCount, nint* grads, int gradCount, bool retainGraph, bool createGraph,
        bool allowUnused, nint* into);

    [DllImport(Library), SuppressGCTransition]
    internal static extern bool nst_grad_mode();

    [DllImport(Library), SuppressGCTransition]
    internal static extern void nst_set_grad_mode(bool enabled);

    [DllImport(Library)]
    internal static extern bool nst_inference_mode();

    [DllImport(Library)]
    internal static extern nint nst_inference_guard_new(bool enabled);

    [DllImport(Library)]
    internal static extern void nst_inference_guard_delete(nint guard);

    [DllImport(Library)]
    internal static extern bool nst_anomaly_mode();

    [DllImport(Library)]
    internal static extern bool nst_anomaly_checks_nan();

    [DllImport(Library)]
    internal static extern void nst_set_anomaly_mode(bool enabled, bool checkNan);
}
