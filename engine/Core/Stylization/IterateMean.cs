using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// The exponential mean of images x_1..x_n with its bias corrected, as Adam corrects its means (crowsonkb's averaged iterate):
/// <code>
/// s_0 = 0,   s_n = decay s_(n-1) + (1 - decay) x_n,   mean = s_n / (1 - decay^n)
/// </code>
/// </summary>
/// <remarks>Departs from crowsonkb: the images are those that were evaluated, so the mean ends with the last of them, not with the one
/// that the step after it would lead to, whose loss nobody has seen.</remarks>
internal sealed class IterateMean : IDisposable
{
    private readonly double _decay;
    private readonly Tensor _sum;

    /// <param name="decay">Above 0, below 1.</param>
    /// <param name="like">An image of the shape and device of those to come.</param>
    public IterateMean(double decay, Tensor like)
    {
        _decay = decay;
        _sum = zeros_like(like).DetachFromDisposeScope();
    }

    /// <summary>Share of the mean that no image has yet, decay^n; 1 before the first.</summary>
    public double Missing { get; private set; } = 1;

    /// <summary>The sum s_n, owned by this.</summary>
    public Tensor Sum => _sum;

    /// <summary>Takes an image in.</summary>
    public void Add(Tensor image)
    {
        _sum.mul_(_decay).add_(image, alpha: 1 - _decay);
        Missing *= _decay;
    }

    /// <summary>The mean, a new tensor. There must be an image.</summary>
    public Tensor Value() => _sum.div(1 - Missing);

    /// <summary>The mean as it would be with one image more, to the same bits; a new tensor.</summary>
    public Tensor With(Tensor image)
    {
        using var scope = NewDisposeScope();
        return _sum.mul(_decay).add_(image, alpha: 1 - _decay).div_(1 - (Missing * _decay)).MoveToOuterDisposeScope();
    }

    /// <summary>Goes on from a sum and what was missing.</summary>
    public void Restore(Tensor sum, double missing)
    {
        _sum.copy_(sum);
        Missing = missing;
    }

    /// <inheritdoc/>
    public void Dispose() => _sum.Dispose();
}
