using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Functions.Storage;

/// <summary>How much of a blob is read at most. What users put into an account may be of any size, and is asked for its size first.</summary>
public static class StoreLimits
{
    /// <summary>Blobs of <c>input</c> that are listed at most.</summary>
    public const int MostInputs = 100_000;

    /// <summary>Letters of the longest name that Azure Storage takes.</summary>
    public const int MostNameLetters = 1024;

    /// <summary>The most bytes of an image.</summary>
    public static long ImageBytes { get; } = new ImageLimits().MaxBytes;

    /// <summary>The most bytes of a blob of a container.</summary>
    public static long BytesOf(string container) => container switch
    {
        StoreLayout.InputContainer => ImageBytes,
        StoreLayout.SweepsContainer => ManifestParser.MaxBytes,
        // What the app itself wrote.
        _ => Array.MaxLength,
    };
}
