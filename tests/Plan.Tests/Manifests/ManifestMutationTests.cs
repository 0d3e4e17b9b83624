using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ManifestMutationTests
{
    private const string Letters = "\0\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~aez\u00e9\u2028\ufeff";

    private const string Blended = """
        content: a.jpg
        style: [b.jpg, c.jpg]
        blend: [0.7, 0.3]
        masks: {style: [m.png, n.png], color: m.png}
        parameters:
          color: luminance
          styleLayerWeights: {relu1_1: 0.5, relu2_1: 2}
          scales: ["64:10", "128:20"]
          weightsFrom: gatys
        axes:
          convention: [johnson, cysmith]
          contentSchedule: [constant, 'step 1:1, 81:0.1', {0%: 0, 50%: 1}]
        experiments: [{name: one}, {name: two, parameters: {init: image, initImage: n.png}}]
        snapshots: [first 10, best, 33, log 12]
        """;

    private const string Conditioned = """
        content: a.jpg
        style: [b.jpg, c.jpg]
        parameters: {imageSize: 64}
        axes:
          init: [content, noise]
          look: {name: [soft, wild], styleWeight: [1, 10], tvWeight: 0..1 count 2}
          draw: {random: {count: 4, seed: 3}, contentWeight: 1..1e4 log, pooling: [max, average]}
          learningRate: {random: 2, from: 0.1, to: 1, when: {look: soft}}
          seed: {values: [-1, -1, 5], when: {init: noise}}
        experiments: [{name: one, parameters: {beta1: 0.8, optimizer: adam}}, {name: two, preset: gatys, label: [convention], when: {style: c.jpg}}]
        skip: [{init: noise, contentWeight: '> 500'}, {when: {look: [wild], experiment: t*, seed: '!= 5'}}]
        """;

    private static readonly string[] Available = ["a.jpg", "b.jpg", "c.jpg", "m.png", "n.png"];

    [Theory]
    [InlineData(1, Sample.Text)]
    [InlineData(2, Sample.Text)]
    [InlineData(3, Sample.Text)]
    [InlineData(4, Sample.Text)]
    [InlineData(5, Blended)]
    [InlineData(6, Blended)]
    [InlineData(7, Conditioned)]
    [InlineData(8, Conditioned)]
    public void Parse_MutatedSample_ThrowsNothingButManifestException(int seed, string sample)
    {
        Sample.Plan(Sample.Parse(sample), [.. Available, .. Sample.Images]);
        var random = new Random(seed);
        var refused = 0;
        for (var round = 0; round < 250; round++)
        {
            var text = Mutate(sample, random, random.Next(1, 6));
            try
            {
                var manifest = Sample.Parse(text);
                Sample.Plan(manifest, [.. Available, .. manifest.Content.Concat(manifest.Style).Select(pattern => pattern.Text)]);
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
