using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>A point, flat <c>[N]</c>, with its loss and its scaled gradient <c>[N]</c>. Owns both tensors.</summary>
internal sealed record EvaluatedPoint(Tensor Image, double Loss, Tensor Gradient) : IDisposable
{
    /// <summary>Takes both tensors out of the current dispose scope, to outlive the step.</summary>
    public EvaluatedPoint Keep()
    {
        Image.DetachFromDisposeScope();
        Gradient.DetachFromDisposeScope();
        return this;
    }

    public EvaluatedPointState Save() => new(HostCopy.Of(Image), Loss, HostCopy.Of(Gradient));

    public static EvaluatedPoint Restore(EvaluatedPointState state, Device device) =>
        new(HostCopy.ToDevice(state.Image, device), state.Loss, HostCopy.ToDevice(state.Gradient, device));

    public void Dispose()
    {
        Image.Dispose();
        Gradient.Dispose();
    }
}
