using System.Diagnostics;
using System.Text;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Plan.Tests.Manifests.Hostile;

public sealed class HostileManifestTests(ITestOutputHelper output)
{
    private const int Mutations = 10_000;
    private const int Workers = 2;

    // What reading and planning one mutation may allocate in all, whether or not it is given back on the way: five times the most that was seen.
    private const long MostAllocated = 32L << 20;

    private static readonly string[] Images =
        ["harbor.png", "impasto.png", "mosaic.png", "woodcut.png", "lighthouse.png", "shore.png", "town.png", "water.png", "a.jpg", "b.jpg"];

    /// <summary>Manifests that ask for much with few letters, and the MiB that reading and planning each may allocate in all: some three times what was seen.</summary>
    public static TheoryData<string, string, int> Costly { get; } = new()
    {
        { "brackets", new string('[', ManifestParser.MaxBytes - 10), 32 },
        { "braces", string.Concat(Enumerable.Repeat("{a: ", 60_000)), 32 },
        { "dashes", string.Concat(Enumerable.Repeat("- ", 120_000)), 32 },
        { "question marks", string.Concat(Enumerable.Repeat("? ", 120_000)), 32 },
        { "indentation", string.Join('\n', Enumerable.Range(0, 700).Select(depth => $"{new string(' ', depth)}a:")), 32 },
        { "one long word", $"content: {new string('x', 250_000)}", 32 },
        { "quotation marks", $"content: \"{new string('\'', 250_000)}", 32 },
        { "anchors", $"a: &a [x]\n{string.Join('\n', Enumerable.Range(0, 9000).Select(number => $"k{number}: &b{number} [*a, *a]"))}", 128 },
        { "keys twice", string.Concat(Enumerable.Repeat("seed: 1\n", 30_000)), 128 },
        { "keys unknown", string.Join('\n', Enumerable.Range(0, 14_000).Select(number => $"styleWeigh{number}: 1")), 128 },
        { "comments", string.Concat(Enumerable.Repeat("# \n", 80_000)), 32 },
        { "line ends", new string('\r', 250_000), 32 },
        { "tabs", new string('\t', 250_000), 32 },
        { "names", $"style: a.jpg\ncontent: [{string.Join(", ", Enumerable.Range(0, 20_000).Select(number => $"c{number}.png"))}]", 64 },
        { "missing names", $"style: a.jpg\ncontent: [{string.Join(", ", Enumerable.Range(0, 1000).Select(number => $"harbo{number:D59}.png"))}]", 32 },
        { "axes without end", With("axes: {styleWeight: 1e-320..1e308 log 1000000000, contentWeight: 0..1 step 1e-320, tvWeight: '1, 2, ..., 1e300'}"), 32 },
        { "combinations", With($"axes:\n{string.Join('\n', ((string[])["styleWeight", "contentWeight", "tvWeight", "learningRate", "seed", "iterations"]).Select(axis => $"  {axis}: 1..10000 count 10000"))}\nlimits: {{maxTrials: 10000}}"), 512 },
        { "conditions over combinations", With(
            $"axes: {{styleWeight: 1..400 count 400, contentWeight: 1..500 count 500}}\nlimits: {{maxTrials: 10000}}\nskip:\n{string.Join('\n', Enumerable.Range(0, 100).Select(number => $"  - {{styleWeight: '> {number}', contentWeight: [{string.Join(", ", Enumerable.Range(0, 100).Select(value => $"'!= {value}.5'"))}]}}"))}"), 512 },
        { "experiments with conditions", With($"experiments:\n{string.Join('\n', Enumerable.Range(0, 2000).Select(number => $"  - {{name: e{number}, when: {{styleWeight: '> {number}'}}}}"))}\naxes: {{styleWeight: 1..100 count 100}}\nlimits: {{maxTrials: 10000}}"), 16384 },
        { "names in conditions", With(
            $"axes: {{look: {{name: [{string.Join(", ", Enumerable.Range(0, 400).Select(number => $"{new string('a', 300)}{number}"))}], styleWeight: 1..400 count 400}}, contentWeight: 1..500 count 500}}\nlimits: {{maxTrials: 10000}}\nskip:\n{string.Join('\n', Enumerable.Range(0, 100).Select(_ => $"  - {{look: '{string.Concat(Enumerable.Repeat("*a", 60))}b'}}"))}"), 512 },
        { "subsets", With("axes: {styleLayers: subsets(8; relu1_1..relu5_4), contentLayers: subsets(8; relu1_1..relu5_4)}\nlimits: {maxTrials: 10000}"), 32 },
        { "snapshots", With("snapshots: every 1\nparameters: {iterations: 1000000}\naxes: {seed: 1..10000 count 10000}\nlimits: {maxTrials: 10000}"), 128 },
        { "random draws", With("axes: {styleWeight: random 10000 from 1e-300 to 1e300 log, seed: [1, 2]}\nlimits: {maxTrials: 10000}"), 32 },
    };

    [Fact]
    public async Task Parse_TenThousandMutatedSamples_GiveAPlanOrAClearError()
    {
        var samples = Directory.EnumerateFiles(Repository.PathOf("samples"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Assert.InRange(samples.Count, 10, 100);
        var (planned, refused) = (0, 0);
        var mostAllocated = new long[Workers];
        var start = Stopwatch.GetTimestamp();

        var working = Enumerable.Range(0, Workers).Select(worker => Task.Factory.StartNew(
            () =>
            {
                for (var seed = worker; seed < Mutations; seed += Workers)
                {
                    var bytes = new ManifestMutator(seed).Change(samples[seed % samples.Count]);
                    if (Watchdog.Run($"Mutation {seed}", () => IsPlannedWithin($"mutation {seed}", bytes, ref mostAllocated[worker])))
                        Interlocked.Increment(ref planned);
                    else
                        Interlocked.Increment(ref refused);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();
        await Task.WhenAll(working);

        output.WriteLine($"{planned} planned, {refused} refused, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, at most {mostAllocated.Max() >> 20} MiB allocated for one");
        Assert.Equal(Mutations, planned + refused);
        Assert.InRange(mostAllocated.Max(), 1 << 10, MostAllocated);
        // Neither reader nor mutator sleeps.
        Assert.InRange(planned, Mutations / 20, Mutations * 19 / 20);
    }

    [Theory]
    [MemberData(nameof(Costly))]
    public void Parse_AsksForMuchWithFewLetters_EndsInAPlanOrAClearErrorWithinItsMemory(string name, string text, int mostMebibytes)
    {
        var start = Stopwatch.GetTimestamp();
        var allocated = 0L;
        var isPlanned = Watchdog.Run(name, () => IsPlannedWithin(name, Encoding.UTF8.GetBytes(text), ref allocated));

        output.WriteLine(
            $"{name}: {text.Length} letters, {(isPlanned ? "planned" : "refused")}, {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s, {allocated >> 20} MiB allocated");
        Assert.InRange(text.Length, 1, ManifestParser.MaxBytes);
        Assert.InRange(allocated, 1 << 10, (long)mostMebibytes << 20);
    }

    [Fact]
    public void Parse_SkipOfManyValuesOverManyCombinations_IsRefusedWithTheirNumbers()
    {
        var rules = string.Join('\n', Enumerable.Range(0, 100).Select(_ => $"  - {{contentWeight: [{string.Join(", ", Enumerable.Range(0, 10).Select(value => $"'!= {value}.5'"))}]}}"));

        var problems = Sample.ProblemsOf(With($"axes: {{styleWeight: 1..400 count 400, contentWeight: 1..500 count 500}}\nlimits: {{maxTrials: 10000}}\nskip:\n{rules}"));

        Assert.Contains(problems, problem => problem.Message
            == "styleWeight 400 x contentWeight 500 make 200000 combinations before any is skipped; with the 1000 values that skip names at most 20000 are allowed");
    }

    [Fact]
    public void MatchImages_GlobsThatBacktrack_AreRefusedBeforeTheyTakeLong()
    {
        var names = Enumerable.Range(0, 20_000).Select(number => $"{new string('a', 400)}{number}.png").ToList();
        var globs = string.Join(", ", Enumerable.Range(0, 400).Select(number => $"'{string.Concat(Enumerable.Repeat("*a", 100))}{number}*b.png'"));
        var manifest = Sample.Parse($"style: a.jpg\ncontent: [{globs}]");

        var exception = Watchdog.Run("globs", () => Assert.Throws<ManifestException>(() => manifest.MatchImages(names)));

        Assert.Contains(exception.Problems, problem => problem.Line == 2 && problem.Message == "to compare the globs with the 20000 names in input/ takes too long; use fewer or shorter ones, or names");
    }

    [Fact]
    public void MatchImages_MisspelledNamesAmongVeryManyLongOnes_AreToldWithoutASuggestion()
    {
        var names = Enumerable.Range(0, 100_000).Select(number => $"{new string('a', 54)}{number:D6}.png").ToList();
        var misspelled = names.Take(19).Select(name => name.Replace('a', 'b')).ToList();
        var manifest = Sample.Parse($"style: {names[0]}\ncontent: [{string.Join(", ", misspelled)}, '{names[1][..^5]}x.png']");
        var start = Stopwatch.GetTimestamp();

        var many = Watchdog.Run("suggestions", () => Assert.Throws<ManifestException>(() => manifest.MatchImages(names)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var few = Assert.Throws<ManifestException>(() => manifest.MatchImages(names.Take(3)));

        output.WriteLine($"{names.Count} names, {misspelled.Count + 1} misspelled: {seconds:0.00} s");
        Assert.Equal(20, many.Problems.Count);
        Assert.DoesNotContain(many.Problems, problem => problem.Message.Contains("did you mean", StringComparison.Ordinal));
        Assert.Contains(few.Problems, problem => problem.Message.Contains("did you mean", StringComparison.Ordinal));
    }

    /// <summary>As <see cref="IsPlanned"/>, on this thread alone, which counts what it allocates.</summary>
    private static bool IsPlannedWithin(string name, byte[] bytes, ref long mostAllocated)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var isPlanned = IsPlanned(name, bytes);
        mostAllocated = Math.Max(mostAllocated, GC.GetAllocatedBytesForCurrentThread() - before);
        return isPlanned;
    }

    /// <summary>Whether the manifest gives a plan; if not, that its errors are clear.</summary>
    private static bool IsPlanned(string name, byte[] bytes)
    {
        try
        {
            var manifest = ManifestParser.Parse(bytes, Sample.Source);
            var inputs = Sample.Inputs(manifest, Images);
            var plan = SweepPlanner.Plan(manifest, inputs with { Sweep = "a-sweep" });
            Assert.InRange(plan.Trials.Count, 1, LimitsReader.MostTrials);
            return true;
        }
        catch (ManifestException exception)
        {
            Assert.NotEmpty(exception.Problems);
            Assert.All(exception.Problems, problem =>
            {
                Assert.True(problem.Line >= 1 && problem.Column >= 1 && problem.Line <= bytes.Length + 1, $"{name}: {problem}");
                Assert.True(problem.Message.Length is > 5 and < 2000 && !problem.Message.Any(char.IsControl), $"{name}: {problem}");
            });
            return false;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"{name}: {exception.GetType().Name} {exception.Message}\n{Encoding.UTF8.GetString(bytes)[..Math.Min(bytes.Length, 3000)]}", exception);
        }
    }

    private static string With(string lines) => $"content: harbor.png\nstyle: impasto.png\n{lines}";
}
