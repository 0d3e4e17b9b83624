using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Kept(Native.nst_requires_grad(Handle));
            set => Check(Native.nst_set_requires_grad(Handle, value), this);
        }

        public bool is_leaf => Kept(Native.nst_is_leaf(Handle));

        // A new wrapper each time.
        public Tensor? grad
        {
            get
            {
                var handle = Kept(Native.nst_grad(Handle));
                if (handle != 0)
                    return new Tensor(handle);
                CheckForErrors();
                return null;
            }
            set => Check(Native.nst_set_grad(Handle, HandleOf(value)), this, value);
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad() => Check(Native.nst_retain_grad(Handle), this);

        public Tensor detach() => Result(Native.nst_detach(Handle), this);

        public Tensor detach_() => Self(Native.nst_detach_(Handle));

        public void backward() => Check(Native.nst_backward(Handle), this);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph, create_graph, inputs);
    }
}
