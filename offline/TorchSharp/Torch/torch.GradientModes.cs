using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => Native.nst_grad_mode();

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Native.nst_inference_mode();

    // Sets the thread's mode at once, and the former one again when disposed.
    private sealed class GradMode : IDisposable
    {
        private readonly bool _before = Native.nst_grad_mode();

        internal GradMode(bool enabled) => Native.nst_set_grad_mode(enabled);

        public void Dispose() => Native.nst_set_grad_mode(_before);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = Native.nst_inference_guard_new(enabled);

        public void Dispose()
        {
            if (_guard == 0)
                return;
            Native.nst_inference_guard_delete(_guard);
            _guard = 0;
        }
    }
}
