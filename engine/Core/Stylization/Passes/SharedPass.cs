using NeuralStyle.Engine.Networks;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>
/// Passes the images of several trials as one batch. Each trial runs on its own thread and waits here until all others that still run
/// have asked too; the last to ask takes the batch through the network, each computes its own losses, and the batch goes back at once.
/// What a trial computes doesn't depend on who shares the batch, but for the last digits of a convolution.
/// </summary>
internal sealed class SharedPass
{
    private readonly Lock _gate = new();
    private readonly FeatureNetwork _network;
    private readonly List<PassRequest> _waiting = [];
    private int _members;

    /// <param name="network">The network of all trials.</param>
    /// <param name="members">Trials that share it, one or more.</param>
    public SharedPass(FeatureNetwork network, int members)
    {
        _network = network;
        _members = members;
        Members = [.. Enumerable.Range(0, members).Select(_ => new MemberPass(this, new SinglePass(network)))];
    }

    /// <summary>The way of each trial. Each must be disposed of when its trial ends, however it ends: the others wait for it.</summary>
    public IReadOnlyList<MemberPass> Members { get; }

    /// <summary>Held by a member that passes alone: two at once could need the memory that the batch didn't find.</summary>
    public Lock Alone { get; } = new();

    /// <summary>Joins the next round; the last to join takes it through the network.</summary>
    /// <param name="request">What the member asks.</param>
    /// <param name="meanwhile">What the member does, on this thread, once its features are there.</param>
    public void Enter(PassRequest request, Action meanwhile)
    {
        List<PassRequest>? round;
        lock (_gate)
        {
            _waiting.Add(request);
            round = TakeIfComplete();
        }

        if (round is null)
            meanwhile();
        else
            Run(round, meanwhile);
    }

    /// <summary>A member needs no more rounds: the others no longer wait for it.</summary>
    public void Leave()
    {
        List<PassRequest>? round;
        lock (_gate)
        {
            _members--;
            round = TakeIfComplete();
        }

        if (round is not null)
            Run(round, () => { });
    }

    private List<PassRequest>? TakeIfComplete()
    {
        if (_waiting.Count == 0 || _waiting.Count < _members)
            return null;

        List<PassRequest> round = [.. _waiting];
        _waiting.Clear();
        return round;
    }

    /// <summary>Takes a round through the network and back. What fails, fails for the requests that it concerns.</summary>
    private void Run(List<PassRequest> round, Action meanwhile)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var batches = round.GroupBy(request => request.Key).Select(group => new PassBatch([.. group])).ToList();
        foreach (var batch in batches)
            batch.Forward(_network);
        meanwhile();
        foreach (var batch in batches)
            batch.Backward();
    }
}
