using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // As in the published package, == and != compare element by element; use `is null` for references.
    public partial class Tensor
    {
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public Tensor eq(Tensor target) =>
            target is null ? tensor(false) : Result(Native.nst_eq(Handle, target.Handle), this, target);

        public Tensor eq(Scalar target) => target is null ? tensor(false) : Result(Native.nst_eq_scalar(Handle, target.Value), this);

        public Tensor eq_(Tensor target) => Self(Native.nst_eq_(Handle, target.Handle), target);

        public Tensor eq_(Scalar target) => Self(Native.nst_eq_scalar_(Handle, target.Value));

        public Tensor equal(Tensor target) => eq(target);

        public Tensor ne(Tensor target) => Result(Native.nst_ne(Handle, target.Handle), this, target);

        public Tensor ne(Scalar target) => Result(Native.nst_ne_scalar(Handle, target.Value), this);

        public Tensor ne_(Tensor target) => Self(Native.nst_ne_(Handle, target.Handle), target);

        public Tensor ne_(Scalar target) => Self(Native.nst_ne_scalar_(Handle, target.Value));

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor lt(Tensor target) => Result(Native.nst_lt(Handle, target.Handle), this, target);

        public Tensor lt(Scalar target) => Result(Native.nst_lt_scalar(Handle, target.Value), this);

        public Tensor lt_(Tensor target) => Self(Native.nst_lt_(Handle, target.Handle), target);

        public Tensor lt_(Scalar target) => Self(Native.nst_lt_scalar_(Handle, target.Value));

        public Tensor less(Tensor target) => lt(target);

        public Tensor le(Tensor target) => Result(Native.nst_le(Handle, target.Handle), this, target);

        public Tensor le(Scalar target) => Result(Native.nst_le_scalar(Handle, target.Value), this);

        public Tensor le_(Tensor target) => Self(Native.nst_le_(Handle, target.Handle), target);

        public Tensor le_(Scalar target) => Self(Native.nst_le_scalar_(Handle, target.Value));

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor gt(Tensor target) => Result(Native.nst_gt(Handle, target.Handle), this, target);

        public Tensor gt(Scalar target) => Result(Native.nst_gt_scalar(Handle, target.Value), this);

        public Tensor gt_(Tensor target) => Self(Native.nst_gt_(Handle, target.Handle), target);

        public Tensor gt_(Scalar target) => Self(Native.nst_gt_scalar_(Handle, target.Value));

        public Tensor greater(Tensor target) => gt(target);

        public Tensor ge(Tensor target) => Result(Native.nst_ge(Handle, target.Handle), this, target);

        public Tensor ge(Scalar target) => Result(Native.nst_ge_scalar(Handle, target.Value), this);

        public Tensor ge_(Tensor target) => Self(Native.nst_ge_(Handle, target.Handle), target);

        public Tensor ge_(Scalar target) => Self(Native.nst_ge_scalar_(Handle, target.Value));

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor isfinite() => Result(Native.nst_isfinite(Handle), this);

        public Tensor isinf() => Result(Native.nst_isinf(Handle), this);

        public Tensor isnan() => Result(Native.nst_isnan(Handle), this);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Result(Native.nst_isclose(Handle, other.Handle, rtol, atol, nanEqual), this, other);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            target is not null && Answer(Native.nst_allclose(Handle, target.Handle, rtol, atol, equal_nan), target);

        // Same shape and elements.
        public bool Equals(Tensor target) => target is not null && Answer(Native.nst_equals(Handle, target.Handle), target);

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => base.GetHashCode();

        private bool Answer(int answer, Tensor other)
        {
            Check(answer < 0 ? 1 : 0, this, other);
            return answer == 1;
        }
    }
}
