using NeuralStyle.Engine.Images;

namespace NeuralStyle.EndToEnd.Tests;

/// <summary>A user's folder: two photographs, a painting, two masks, a damaged file, and manifests.</summary>
internal sealed class SweepFolder : IDisposable
{
    private const int Width = 96;
    private const int Height = 72;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nst-e2e-");

    public SweepFolder()
    {
        File.WriteAllBytes(PathOf("waves.png"), ImageWriter.Png(Waves(9)));
        File.WriteAllBytes(PathOf("ripples.png"), ImageWriter.Png(Waves(30)));
        File.WriteAllBytes(PathOf("stripes.png"), ImageWriter.Png(Stripes()));
        File.WriteAllBytes(PathOf("left.png"), ImageWriter.Png(Half(isLeft: true)));
        File.WriteAllBytes(PathOf("right.png"), ImageWriter.Png(Half(isLeft: false)));
        var whole = File.ReadAllBytes(PathOf("waves.png"));
        File.WriteAllBytes(PathOf("damaged.png"), whole[..(whole.Length / 2)]);
    }

    public string[] Images => [PathOf("waves.png"), PathOf("ripples.png"), PathOf("stripes.png"), PathOf("damaged.png")];

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a manifest of tiny trials.</summary>
    /// <returns>Its path.</returns>
    public string Manifest(string name, string axes, string content = "waves.png", int iterations = 4)
    {
        var path = PathOf($"{name}.yaml");
        File.WriteAllText(path, $"""
            name: {name}
            content: {content}
            style: stripes.png
            parameters:
              network: vgg19-mini
              imageSize: 96
              iterations: {iterations}
              contentLayers: relu2_1
              styleLayers: relu1_1, relu2_1
            {axes}
            """);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Picture Waves(double frequency)
    {
        var planes = new float[3 * Width * Height];
        for (var i = 0; i < planes.Length; i++)
        {
            var (channel, y, x) = (i / (Width * Height), i / Width % Height, i % Width);
            planes[i] = (float)(0.5 + (0.4 * Math.Sin((frequency * (x + (y * (channel + 1))) / Width) + channel)));
        }

        return new Picture(Width, Height, planes);
    }

    /// <summary>A mask: one half white, the other black.</summary>
    private static Picture Half(bool isLeft)
    {
        var planes = new float[3 * Width * Height];
        for (var i = 0; i < planes.Length; i++)
            planes[i] = i % Width < Width / 2 == isLeft ? 1 : 0;
        return new Picture(Width, Height, planes);
    }

    private static Picture Stripes()
    {
        var planes = new float[3 * Width * Height];
        for (var i = 0; i < planes.Length; i++)
            planes[i] = (i % Width / 6 % 2 == 0) ? 0.9f - (0.3f * (i / (Width * Height))) : 0.1f;
        return new Picture(Width, Height, planes);
    }
}
