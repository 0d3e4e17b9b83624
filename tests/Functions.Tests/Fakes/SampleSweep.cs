using System.Text;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>A small sweep: two images, two axes, 2 x 2 trials of three evaluations.</summary>
public static class SampleSweep
{
    public const string Name = "sample-sweep";

    public const string Manifest = """
        content: [content.png]
        style: [style.png]
        parameters: {imageSize: 64, iterations: 3}
        axes:
          styleWeight: [1, 100]
          init: [content, gray]
        """;

    /// <summary>A manifest whose trials no other test has: trials are content-addressed, and a store may be shared.</summary>
    public static string Unlike(string manifest, int contentWeight) =>
        manifest.Replace("parameters: {", FormattableString.Invariant($"parameters: {{contentWeight: {contentWeight}, "), StringComparison.Ordinal);

    public static byte[] Content { get; } = TinyPng.Of(8, 6, 10, 20, 30);

    public static byte[] Style { get; } = TinyPng.Of(6, 8, 200, 100, 50);

    /// <summary>Puts the images into the store.</summary>
    public static async Task PutImagesAsync(IStore store, CancellationToken cancellation)
    {
        await store.WriteAsync(StoreLayout.InputContainer, "content.png", Content, "image/png", cancellation);
        await store.WriteAsync(StoreLayout.InputContainer, "style.png", Style, "image/png", cancellation);
    }

    /// <summary>Puts the manifest into the store, which submits the sweep.</summary>
    public static async Task<string> PutManifestAsync(IStore store, string sweep, string manifest, CancellationToken cancellation)
    {
        await store.WriteAsync(StoreLayout.SweepsContainer, $"{sweep}.yaml", Encoding.UTF8.GetBytes(manifest), "application/yaml", cancellation);
        return (await store.ReadAsync(StoreLayout.SweepsContainer, $"{sweep}.yaml", cancellation))!.ETag;
    }
}
