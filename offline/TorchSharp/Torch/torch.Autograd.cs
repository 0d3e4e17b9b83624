using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        // An input that was not used (allow_unused) gets a tensor with IsInvalid set, as in the published package.
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            var grads = new nint[inputs.Count];
            fixed (nint* of = Handles(outputs), by = Handles(inputs), seeds = Handles(grad_outputs), into = grads)
            {
                var failed = Native.nst_autograd_grad(
                    of, outputs.Count, by, inputs.Count, seeds, grad_outputs?.Count ?? 0, retain_graph, create_graph, allow_unused,
                    into);
                Check(failed, outputs, inputs, grad_outputs);
            }

            return [.. grads.Select(handle => new Tensor(handle))];
        }

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            fixed (nint* of = Handles(tensors), seeds = Handles(grad_tensors), by = Handles(inputs))
            {
                var failed = Native.nst_autograd_backward(
                    of, tensors.Count, seeds, grad_tensors?.Count ?? 0, retain_graph ?? create_graph, create_graph, by,
                    inputs?.Count ?? 0);
                Check(failed, tensors, grad_tensors, inputs);
            }
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }

    // Null for an absent list, so that `fixed` gives a null pointer.
    internal static nint[]? Handles(IEnumerable<Tensor>? tensors) => tensors?.Select(Tensor.HandleOf).ToArray();
}
