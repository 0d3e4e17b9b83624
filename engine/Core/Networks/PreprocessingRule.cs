using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// How a file's preprocessing is found, in this order:
/// <list type="number">
/// <item>what the caller says;</item>
/// <item>the file's own metadata, entry <c>preprocessing</c>;</item>
/// <item>its SHA-256: the published files carry its first eight digits in their names;</item>
/// <item>its first kernel: that of Oxford's VGG-19 is known, whatever the format and also rounded to float16.</item>
/// </list>
/// What none of these tell is not guessed. The scale of the first kernel would be no guide: the root mean square of Oxford's, which reads
/// 0..255, is 0.19, of the order of weights made for normalized images too; it is the activations that differ, by a factor of sixty.
/// </summary>
internal static class PreprocessingRule
{
    private static readonly (string Sha256, Preprocessing Preprocessing, string File)[] Published =
    [
        ("dcbb9e9d", Preprocessing.Torchvision, "torchvision's vgg19-dcbb9e9d.pth"),
        ("397923af", Preprocessing.Torchvision, "torchvision's vgg16-397923af.pth"),
        ("d01eb7cb", Preprocessing.Caffe, "jcjohnson's vgg19-d01eb7cb.pth, from Caffe"),
        ("00b39a1b", Preprocessing.Caffe, "jcjohnson's vgg16-00b39a1b.pth, from Caffe"),
    ];

    // conv1_1.weight[0, 0] of Oxford's VGG-19, read from a Keras export of the Caffe model (whose input order is BGR).
    private static readonly float[] OxfordKernel =
        [0.341195f, 0.339992f, -0.044844f, 0.232159f, 0.089782f, -0.303314f, -0.072609f, -0.246675f, -0.336833f];

    /// <summary>Above the rounding of float16 at these sizes (0.00024 at most), far below what tells two networks apart.</summary>
    private const float Tolerance = 5e-4f;

    /// <summary>Finds it.</summary>
    /// <param name="name">What to call the file in messages.</param>
    /// <param name="file">The file.</param>
    /// <param name="sha256">Its SHA-256, lower-case hex.</param>
    /// <param name="firstKernel">Numbers of its conv1_1.weight.</param>
    /// <param name="asked">What the caller says; null when nothing.</param>
    /// <returns>Null when it can't be known.</returns>
    /// <exception cref="WeightsException">The metadata says something unknown.</exception>
    public static PreprocessingChoice? Of(string name, ITensorFile file, string sha256, ReadOnlySpan<float> firstKernel, Preprocessing? asked)
    {
        if (asked is { } given)
            return new PreprocessingChoice(given, "it was given");
        if (file.Metadata.TryGetValue("preprocessing", out var said))
        {
            return EnumNames.TryParse<Preprocessing>(said, out var known)
                ? new PreprocessingChoice(known, "the file's metadata says so")
                : throw new WeightsException(
                    $"{name}: its metadata says preprocessing '{said}'; allowed are {string.Join(" and ", EnumNames.All<Preprocessing>())}.");
        }

        foreach (var published in Published)
        {
            if (sha256.StartsWith(published.Sha256, StringComparison.Ordinal))
                return new PreprocessingChoice(published.Preprocessing, $"its SHA-256 begins like that of {published.File}");
        }

        return IsOxford(firstKernel)
            ? new PreprocessingChoice(Preprocessing.Caffe, "its first kernel is that of Oxford's VGG-19, trained in Caffe")
            : null;
    }

    private static bool IsOxford(ReadOnlySpan<float> kernel)
    {
        if (kernel.Length < OxfordKernel.Length)
            return false;
        for (var i = 0; i < OxfordKernel.Length; i++)
        {
            if (!(MathF.Abs(kernel[i] - OxfordKernel[i]) < Tolerance))
                return false;
        }

        return true;
    }
}
