using System.Runtime.ExceptionServices;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization.Passes;

/// <summary>
/// One trial's way through a <see cref="SharedPass"/>. Where the shared pass fails, for want of memory above all, the trial goes on alone.
/// </summary>
internal sealed class MemberPass(SharedPass shared, SinglePass single) : IFeaturePass, IDisposable
{
    private bool _left;

    /// <summary>Is told, on the trial's thread, why the trial goes on alone.</summary>
    public Action<string> LeftBatch { get; set; } = _ => { };

    /// <inheritdoc/>
    public Tensor GradientOf(
        Tensor image,
        IReadOnlySet<LayerName> taps,
        PoolingMode pooling,
        Func<IReadOnlyDictionary<LayerName, Tensor>, IReadOnlyDictionary<LayerName, Tensor>> differentiate)
    {
        if (!_left)
        {
            try
            {
                return Shared(image, taps, pooling, differentiate);
            }
            catch (SharedPassException failure)
            {
                Leave();
                LeftBatch(failure.Message);
            }
        }

        lock (shared.Alone)
            return single.GradientOf(image, taps, pooling, differentiate);
    }

    /// <summary>The trial ended.</summary>
    public void Dispose() => Leave();

    private Tensor Shared(
        Tensor image,
        IReadOnlySet<LayerName> taps,
        PoolingMode pooling,
        Func<IReadOnlyDictionary<LayerName, Tensor>, IReadOnlyDictionary<LayerName, Tensor>> differentiate)
    {
        using var request = new PassRequest(image, taps, pooling);
        Exception? own = null;
        shared.Enter(request, Differentiate);
        // Also after a failure of its own: until the pass is over, the request is in use.
        request.WaitUntilOver();
        if (own is not null)
            ExceptionDispatchInfo.Throw(own);
        return request.TakeGradient();

        void Differentiate()
        {
            try
            {
                request.Differentiate(differentiate);
            }
#pragma warning disable CA1031 // It is thrown above, once it can't keep the others from their gradients.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                own = exception;
            }
        }
    }

    private void Leave()
    {
        if (_left)
            return;
        _left = true;
        shared.Leave();
    }
}
