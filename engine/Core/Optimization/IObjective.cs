using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>A function of one image that an optimizer makes smaller. One call is one evaluation, so whoever counts, records or
/// takes snapshots of the evaluated points does it here.</summary>
public interface IObjective
{
    /// <summary>Computes the loss and its gradient at <paramref name="image"/>.</summary>
    /// <param name="image">The point, float32, the shape that was given to <see cref="IOptimizer.Step"/>, <c>[1,3,H,W]</c>. It does
    /// not require a gradient: differentiate at <c>image.detach().requires_grad_()</c>. It must not be changed or kept: the next
    /// step writes over it, and a line search hands over points that it then throws away.</param>
    /// <returns>The loss and the gradient, in the dispose scope in which this was called. The caller owns the gradient's memory and
    /// may write to it.</returns>
    Evaluation Evaluate(Tensor image);
}
