using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>
/// Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1). One evaluation a step. With the
/// gradient g of step t, elementwise:
/// <code>
/// m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
/// x = x - learningRate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
/// </code>
/// </summary>
/// <remarks>Departs from the paper: nothing in the mathematics; the order of operations is that of torch.optim.Adam, which applies the
/// corrections of the bias to the step and to the root rather than to the two means.</remarks>
public sealed class AdamOptimizer : IOptimizer
{
    private readonly AdamOptions _options;

    // Flat, [N], or null before the first step.
    private Tensor? _mean;
    private Tensor? _meanSquare;
    private int _steps;

    /// <summary>An optimizer that has made no step.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names all that are.</exception>
    public AdamOptimizer(AdamOptions options)
    {
        options.Validate();
        _options = options;
        LearningRate = options.LearningRate;
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get;
        set => field = double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The learning rate must be 0 or more.");
    }

    /// <inheritdoc/>
    public bool Step(IObjective objective, Tensor image, EvaluationBudget budget)
    {
        using var scope = NewDisposeScope();
        var source = new BudgetedObjective(objective, budget, image, _mean?.numel());
        if (!source.TryEvaluate(image, out var loss, out var gradient))
            return false;

        source.RequireFinite(gradient.abs().sum().item<float>(), loss);
        _mean ??= zeros_like(gradient).DetachFromDisposeScope();
        _meanSquare ??= zeros_like(gradient).DetachFromDisposeScope();
        _steps++;

        _mean.mul_(_options.Beta1).add_(gradient, alpha: 1 - _options.Beta1);
        _meanSquare.mul_(_options.Beta2).addcmul_(gradient, gradient, value: 1 - _options.Beta2);

        var meanCorrection = 1 - Math.Pow(_options.Beta1, _steps);
        var rootCorrection = Math.Sqrt(1 - Math.Pow(_options.Beta2, _steps));
        var root = _meanSquare.sqrt().div_(rootCorrection).add_(_options.Epsilon);
        image.addcdiv_(_mean.view(image.shape), root.view(image.shape), value: -LearningRate / meanCorrection);
        return true;
    }

    /// <inheritdoc/>
    public void OnObjectiveChanged(bool byFar)
    {
        // The means forget the other function by themselves, as those of torch.optim.Adam do.
    }

    /// <inheritdoc/>
    public OptimizerState Save() =>
        _mean is null || _meanSquare is null
            ? new AdamState(_options, 0, [], [])
            : new AdamState(_options, _steps, HostCopy.Of(_mean), HostCopy.Of(_meanSquare));

    /// <inheritdoc/>
    public void Restore(OptimizerState state, Tensor image)
    {
        var saved = Require(state, image.numel());
        Dispose();
        if (saved.Steps == 0)
            return;

        _steps = saved.Steps;
        _mean = HostCopy.ToDevice(saved.Mean, image.device);
        _meanSquare = HostCopy.ToDevice(saved.MeanSquare, image.device);
    }

    /// <summary>Frees the tensors; the optimizer is then as new.</summary>
    public void Dispose()
    {
        _mean?.Dispose();
        _meanSquare?.Dispose();
        (_mean, _meanSquare, _steps) = (null, null, 0);
    }

    private AdamState Require(OptimizerState state, long elements)
    {
        if (state is not AdamState saved)
        {
            throw new ArgumentException(
                $"The state is a {state.GetType().Name}; Adam can go on from an {nameof(AdamState)} only.", nameof(state));
        }

        if (saved.Options != _options)
            throw new ArgumentException($"The state was saved with {saved.Options}; this optimizer has {_options}.", nameof(state));

        if (saved.Steps > 0 && (saved.Mean.Length != elements || saved.MeanSquare.Length != elements))
        {
            throw new ArgumentException(
                $"The state is that of {saved.Mean.Length} elements; the image has {elements}.", nameof(state));
        }

        return saved;
    }
}
