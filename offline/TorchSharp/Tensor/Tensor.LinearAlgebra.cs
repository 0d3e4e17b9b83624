using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Result(Native.nst_matmul(Handle, target.Handle), this, target);

        public Tensor mm(Tensor target) => Result(Native.nst_mm(Handle, target.Handle), this, target);

        public Tensor mv(Tensor target) => Result(Native.nst_mv(Handle, target.Handle), this, target);

        public Tensor bmm(Tensor batch2) => Result(Native.nst_bmm(Handle, batch2.Handle), this, batch2);

        public Tensor dot(Tensor target) => Result(Native.nst_dot(Handle, target.Handle), this, target);

        public Tensor inner(Tensor vec2) => Result(Native.nst_inner(Handle, vec2.Handle), this, vec2);

        public Tensor outer(Tensor vec2) => Result(Native.nst_outer(Handle, vec2.Handle), this, vec2);

        public Tensor ger(Tensor vec2) => outer(vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Result(Native.nst_addmm(Handle, mat1.Handle, mat2.Handle, beta, alpha), this, mat1, mat2);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Self(Native.nst_addmm_(Handle, mat1.Handle, mat2.Handle, beta, alpha), mat1, mat2);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Result(Native.nst_baddbmm(Handle, batch1.Handle, batch2.Handle, beta, alpha), this, batch1, batch2);

        public Tensor det() => linalg.det(this);

        public Tensor inverse() => linalg.inv(this);
    }
}
