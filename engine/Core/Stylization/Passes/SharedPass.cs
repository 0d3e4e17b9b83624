using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>
/// Passes the images of several trials as one batch. Each trial runs on its own thread and waits here until all others that still run
/// have asked too; the last to ask takes the batch through the network, each computes its own losses, and the batch goes back at once.
/// What a trial computes doesn't depend on who shares the batch, but for the last digits of a convolution.
/// </summary>
internal sealed class SharedPass : IFeaturePass
{
    private readonly Lock _gate = new();
    private readonly FeatureNetwork _network;
    private readonly List<PassRequest> _waiting = [];
    private int _trials;

    /// <param name="network">The network of all trials.</param>
    /// <param name="trials">Trials that will ask. Each must <see cref="Leave"/> when it ends, however it ends.</param>
    public SharedPass(FeatureNetwork network, int trials) => (_network, _trials) = (network, trials);

    /// <inheritdoc/>
    public Tensor GradientOf(
        Tensor image,
        IReadOnlySet<LayerName> taps,
        PoolingMode pooling,
        Func<IReadOnlyDictionary<LayerName, Tensor>, IReadOnlyDictionary<LayerName, Tensor>> differentiate)
    {
        using var request = new PassRequest(image, taps, pooling);
        Exception? failure = null;
        if (Enter(request) is { } round)
            Run(round, Differentiate);
        else
            Differentiate();
        // Also after a failure of its own: until the pass is over, the request is in use.
        using var gradient = request.WaitForGradient();
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return gradient.clone();

        void Differentiate()
        {
            try
            {
                request.Differentiate(differentiate);
            }
            catch (Exception exception) when (exception is ExternalException or EngineException or InvalidOperationException or ArgumentException)
            {
                // This trial's own; it must not keep the others from their gradients.
                failure = exception;
            }
        }
    }

    /// <summary>A trial ended: the others no longer wait for it.</summary>
    public void Leave()
    {
        List<PassRequest>? round;
        lock (_gate)
        {
            _trials--;
            round = TakeIfComplete();
        }

        if (round is not null)
            Run(round, null);
    }

    private List<PassRequest>? Enter(PassRequest request)
    {
        lock (_gate)
        {
            _waiting.Add(request);
            return TakeIfComplete();
        }
    }

    private List<PassRequest>? TakeIfComplete()
    {
        if (_waiting.Count == 0 || _waiting.Count < _trials)
            return null;

        List<PassRequest> round = [.. _waiting];
        _waiting.Clear();
        return round;
    }

    /// <summary>Takes a round through the network and back.</summary>
    /// <param name="round">The requests.</param>
    /// <param name="between">What the calling thread has to do of its own before its gradients are waited for.</param>
    private void Run(List<PassRequest> round, Action? between)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var batches = round.GroupBy(request => request.Key).Select(group => new PassBatch([.. group])).ToList();
        foreach (var batch in batches)
            batch.Forward(_network);
        between?.Invoke();
        foreach (var batch in batches)
            batch.Backward();
    }
}
