using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>Keeps the image of the lowest total loss.</summary>
internal sealed class BestImage : IDisposable
{
    private Tensor? _image;

    /// <summary>Its evaluation; 0 while there is none.</summary>
    public int Evaluation { get; private set; }

    /// <summary>Its loss.</summary>
    public double Total { get; private set; } = double.PositiveInfinity;

    /// <summary>The image [1,3,H,W], owned by this; null while there is none.</summary>
    public Tensor? Image => _image;

    /// <summary>Copies an image if its loss is the lowest so far.</summary>
    /// <param name="evaluation">Its evaluation.</param>
    /// <param name="total">Its loss; never the lowest when it is not a number.</param>
    /// <param name="image">Gives the image; asked only when it is kept.</param>
    public void Consider(int evaluation, double total, Func<Tensor> image)
    {
        if (!(total < Total))
            return;

        using var scope = NewDisposeScope();
        Restore(evaluation, total, image());
    }

    /// <summary>Takes a copy of an image that was kept before.</summary>
    public void Restore(int evaluation, double total, Tensor image)
    {
        (Evaluation, Total) = (evaluation, total);
        if (_image is null)
            _image = image.clone().DetachFromDisposeScope();
        else
            _image.copy_(image);
    }

    /// <inheritdoc/>
    public void Dispose() => _image?.Dispose();
}
