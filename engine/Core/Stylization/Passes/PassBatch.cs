using System.Runtime.InteropServices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Layers;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>Requests of one size and pooling on their way through the network as a batch [B,3,H,W]. A failure is each request's.</summary>
/// <remarks>Tensors are in the dispose scope in which both ways are called.</remarks>
internal sealed class PassBatch(PassRequest[] requests)
{
    private Tensor? _leaf;
    private IReadOnlyDictionary<LayerName, Tensor>? _features;

    /// <summary>Gives each request the features of its taps; all of them, or where it fails, none.</summary>
    public void Forward(FeatureNetwork network) => Guard(() =>
    {
        var leaf = cat([.. requests.Select(request => request.Image)], 0).requires_grad_();
        HashSet<LayerName> taps = [.. requests.SelectMany(request => request.Taps)];
        IReadOnlyDictionary<LayerName, Tensor> features;
        using (enable_grad())
            features = network.Features(leaf, taps, requests[0].Key.Pooling);
        var parts = requests.Select((request, index) => request.Taps.ToDictionary(layer => layer, layer => PartOf(features[layer], index))).ToList();

        (_leaf, _features) = (leaf, features);
        foreach (var (request, part) in requests.Zip(parts))
            request.SetFeatures(part.ToDictionary(tap => tap.Key, tap => tap.Value.DetachFromDisposeScope()));
    });

    /// <summary>Waits for the requests' gradients and gives each the gradient by its image.</summary>
    public void Backward()
    {
        // After a failure the requests are over, and their trials may have let go of them.
        if (_features is not { } features || _leaf is not { } leaf)
            return;

        foreach (var request in requests)
            request.WaitForGradients();
        Guard(() =>
        {
            LayerName[] read = [.. features.Keys.Where(layer => requests.Any(request => request.Gradients.ContainsKey(layer)))];
            var gradient = read.Length == 0
                ? zeros_like(leaf)
                : autograd.grad([.. read.Select(layer => features[layer])], [leaf], [.. read.Select(layer => Together(layer, features[layer]))])[0];
            var parts = requests.Select((_, index) => PartOf(gradient, index)).ToList();
            foreach (var (request, part) in requests.Zip(parts))
                request.SetGradient(part.DetachFromDisposeScope());
        });
    }

    private static Tensor PartOf(Tensor batch, int index) => batch.detach().narrow(0, index, 1);

    /// <summary>The requests' gradients of one layer as a batch [B,C,h,w]; zeros for one that doesn't read it.</summary>
    private Tensor Together(LayerName layer, Tensor features) =>
        cat([.. requests.Select((request, index) => request.Gradients.GetValueOrDefault(layer) ?? zeros_like(PartOf(features, index)))], 0);

    private void Guard(Action way)
    {
        try
        {
            way();
        }
        catch (Exception exception) when (exception is ExternalException or EngineException or InvalidOperationException or ArgumentException)
        {
            foreach (var request in requests)
                request.Fail(exception);
        }
    }
}
