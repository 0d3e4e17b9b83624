using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm_(mat1, mat2, beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor det(Tensor input) => input.det();

    public static Tensor inverse(Tensor input) => linalg.inv(input);

    public static unsafe class linalg
    {
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true)
        {
            var parts = stackalloc nint[3];
            Check(Native.nst_linalg_svd(input.Handle, fullMatrices, parts), input);
            return (new Tensor(parts[0]), new Tensor(parts[1]), new Tensor(parts[2]));
        }

        public static Tensor svdvals(Tensor input) => Result(Native.nst_linalg_svdvals(input.Handle), input);

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L')
        {
            var parts = stackalloc nint[2];
            Check(Native.nst_linalg_eigh(input.Handle, (byte)UPLO, parts), input);
            return (new Tensor(parts[0]), new Tensor(parts[1]));
        }

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Result(Native.nst_linalg_eigvalsh(input.Handle, (byte)UPLO), input);

        public static Tensor cholesky(Tensor input) => Result(Native.nst_linalg_cholesky(input.Handle), input);

        public static Tensor inv(Tensor input) => Result(Native.nst_linalg_inv(input.Handle), input);

        public static Tensor det(Tensor input) => Result(Native.nst_linalg_det(input.Handle), input);

        public static Tensor solve(Tensor A, Tensor B, bool left = true) =>
            Result(Native.nst_linalg_solve(A.Handle, B.Handle, left), A, B);

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            var name = mode switch
            {
                QRMode.Complete => "complete"u8,
                QRMode.R => "r"u8,
                _ => "reduced"u8,
            };
            var parts = stackalloc nint[2];
            fixed (byte* text = name)
                Check(Native.nst_linalg_qr(input.Handle, text, parts), input);
            return (new Tensor(parts[0]), new Tensor(parts[1]));
        }

        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false)
        {
            fixed (byte* order = ZeroTerminated(ord))
            {
                fixed (long* over = dims)
                    return Result(Native.nst_linalg_norm_named(input.Handle, order, over, dims?.Length ?? 0, keepdim), input);
            }
        }

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Norm(input, new ScalarValue(ord), dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Norm(input, new ScalarValue((long)ord), dims, keepdim);

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Norm(input, default, dims, keepdim);

        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false)
        {
            fixed (long* over = dims)
                return Result(Native.nst_linalg_vector_norm(input.Handle, new ScalarValue(ord), over, dims?.Length ?? 0, keepdim), input);
        }

        private static Tensor Norm(Tensor input, ScalarValue order, long[]? dims, bool keep)
        {
            fixed (long* over = dims)
                return Result(Native.nst_linalg_norm(input.Handle, order, over, dims?.Length ?? 0, keep), input);
        }
    }
}
