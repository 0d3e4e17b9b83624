using System.Text;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Cat([.. tensors], dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Cat(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Cat(tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        var parts = tensors.ToArray();
        fixed (nint* handles = Handles(parts))
            return Result(Native.nst_stack(handles, parts.Length, dim), parts);
    }

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) =>
        tensor.split(split_size_or_sections, dim);

    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    public static Tensor[] where(Tensor condition)
    {
        if (condition.dtype != ScalarType.Bool)
            throw new ArgumentException("The condition to 'where' must be a boolean tensor.");
        using var parts = new TensorParts();
        Check(Native.nst_where_list(condition.Handle, TensorParts.Receive, parts.Context), condition);
        return parts.ToArray();
    }

    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        fixed (byte* text = ZeroTerminated(equation))
        {
            fixed (nint* handles = Handles(tensors))
                return Result(Native.nst_einsum(text, handles, tensors.Length), tensors);
        }
    }

    internal static byte[] ZeroTerminated(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private static Tensor Cat(Tensor[] parts, long dim)
    {
        switch (parts.Length)
        {
            case 0:
                throw new ArgumentException("tensors");
            case 1:
                return parts[0].alias();
        }

        fixed (nint* handles = Handles(parts))
            return Result(Native.nst_cat(handles, parts.Length, dim), parts);
    }
}
