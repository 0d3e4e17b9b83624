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

    /// <summary>Gives each request the features of its taps.</summary>
    public void Forward(FeatureNetwork network) => Guard(() =>
    {
        _leaf = cat([.. requests.Select(request => request.Image)], 0).requires_grad_();
        HashSet<LayerName> taps = [.. requests.SelectMany(request => request.Taps)];
        using (enable_grad())
            _features = network.Features(_leaf, taps, requests[0].Key.Pooling);
        for (var index = 0; index < requests.Length; index++)
            requests[index].SetFeatures(requests[index].Taps.ToDictionary(layer => layer, layer => PartOf(_features[layer], index)));
    });

    /// <summary>Waits for the requests' gradients and gives each the gradient by its image.</summary>
    public void Backward()
    {
        foreach (var request in requests)
            request.WaitForGradients();
        if (_features is not { } features || _leaf is not { } leaf)
            return;

        Guard(() =>
        {
            LayerName[] read = [.. features.Keys.Where(layer => requests.Any(request => request.Gradients.ContainsKey(layer)))];
            var gradient = read.Length == 0
                ? zeros_like(leaf)
                : autograd.grad([.. read.Select(layer => features[layer])], [leaf], [.. read.Select(layer => Together(layer, features[layer]))])[0];
            for (var index = 0; index < requests.Length; index++)
                requests[index].SetGradient(PartOf(gradient, index));
        });
    }

    private static Tensor PartOf(Tensor batch, int index) => batch.detach().narrow(0, index, 1).DetachFromDisposeScope();

    /// <summary>The requests' gradients of one layer as a batch [B,C,h,w]; zeros for one that doesn't read it.</summary>
    private Tensor Together(LayerName layer, Tensor features) =>
        cat([.. requests.Select((request, index) => request.Gradients.GetValueOrDefault(layer) ?? zeros_like(features.detach().narrow(0, index, 1)))], 0);

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
