using NeuralStyle.Engine.Images;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>Pictures as the tensors that the engine computes on, and back.</summary>
internal static class ImageTensor
{
    /// <summary>A picture as float32 [1,3,H,W], RGB, 0..1, on a device.</summary>
    public static Tensor Of(Picture picture, Device device) =>
        tensor(picture.Planes.ToArray(), [1L, 3, picture.Height, picture.Width]).to(device);

    /// <summary>A tensor [1,3,H,W] as a picture, brought back to 0..1.</summary>
    public static Picture ToPicture(Tensor image)
    {
        using var scope = NewDisposeScope();
        var values = image.detach().clamp(0, 1).cpu().contiguous().data<float>().ToArray();
        return new Picture((int)image.shape[3], (int)image.shape[2], values);
    }
}
