using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ManifestMutationTests
{
    private const string Letters = "\0\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~aez\u00e9\u2028\ufeff";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parse_MutatedSample_ThrowsNothingButManifestException(int seed)
    {
        var random = new Random(seed);
        var refused = 0;
        for (var round = 0; round < 250; round++)
        {
            var text = Mutate(Sample.Text, random, random.Next(1, 6));
            try
            {
                var manifest = Sample.Parse(text);
                Sample.Plan(manifest, [.. manifest.Content.Concat(manifest.Style).Select(pattern => pattern.Text)]);
            }
            catch (ManifestException exception)
            {
                Assert.NotEmpty(exception.Problems);
                Assert.All(exception.Problems, problem => Assert.InRange(problem.Line, 1, text.Length + 1));
                refused++;
            }
        }

        // Mutations that change nothing that matters are rare; most must be noticed.
        Assert.InRange(refused, 125, 250);
    }

    private static string Mutate(string text, Random random, int times)
    {
        for (; times > 0; times--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
                2 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => text.Remove(at, 1).Insert(at, Letters[random.Next(Letters.Length)].ToString()),
            };
        }

        return text;
    }
}
