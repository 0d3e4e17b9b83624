using NeuralStyle.Samples.Render.Chance;
using NeuralStyle.Samples.Render.Imaging;

namespace NeuralStyle.Samples.Render.Impasto;

/// <summary>A style image: swirls of thick oil paint, laid from broad underpainting to fine accents.</summary>
internal static class ImpastoPainting
{
    private const int Oversampling = 2;
    private const int Seed = 7411;

    public static Picture Render(int width, int height)
    {
        var canvas = new Canvas(width * Oversampling, height * Oversampling, Pigments.Mix(Pigments.Indigo, Pigments.Crimson, 0.3f));
        var painter = new Painter(canvas, new Composition(), new Rng(Seed));
        // Strokes, half width and length in canvas pixels, paint thickness.
        painter.Layer(2000, 22, 210, 3.0f);
        painter.Layer(3600, 14, 140, 4.4f);
        painter.Layer(1500, 9, 100, 4.6f);
        return new Relief(canvas.Colors, canvas.Heights, 0.2f, 42).Lit().Reduced(Oversampling);
    }
}
