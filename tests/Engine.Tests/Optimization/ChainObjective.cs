using NeuralStyle.Engine.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

/// <summary>A smooth function of an image that is not convex, by autograd, as the engine's real objective is: a double well in each
/// element, (x^2 - 1)^2, and springs of stiffness 20 between neighbors in a row.</summary>
internal sealed class ChainObjective : IObjective
{
    public int Evaluations { get; private set; }

    public bool ReturnsChannelsLast { get; init; }

    public Evaluation Evaluate(Tensor image)
    {
        Evaluations++;
        using var scope = NewDisposeScope();
        var x = image.detach().requires_grad_();
        var last = x.shape.Length - 1;
        var width = x.shape[last];
        var springs = x.narrow(last, 1, width - 1).sub(x.narrow(last, 0, width - 1)).square().sum().mul(20);
        var loss = x.square().sub(1).square().sum().add(springs);
        loss.backward();
        var gradient = x.grad!.detach();
        if (ReturnsChannelsLast)
            gradient = gradient.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

        return new(loss.item<float>(), gradient.MoveToOuterDisposeScope());
    }
}
