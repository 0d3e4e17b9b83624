using NeuralStyle.Engine.Optimization;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class StrongWolfeSearchTests
{
    private readonly List<SearchPoint> _trials = [];

    [Fact]
    public void Run_OnRandomSmoothFunctions_AcceptsOnlyWhereBothConditionsHold()
    {
        var (accepted, severalTrials) = (0, 0);
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var function = RandomFunction(random);
            var start = function(0);
            var trialsBefore = _trials.Count;

            var result = Search(function, start).Run(Math.Exp((random.NextDouble() * 8) - 5));

            Assert.True(result.Point.Loss <= start.Loss, $"seed {seed} ends above its start");
            severalTrials += _trials.Count - trialsBefore > 2 ? 1 : 0;
            if (result.End != SearchEnd.WolfeConditions)
                continue;

            accepted++;
            Assert.True(result.Point.Step > 0, $"seed {seed}");
            Assert.True(
                result.Point.Loss <= start.Loss + (1e-4 * result.Point.Step * start.Slope), $"seed {seed} does not decrease enough");
            Assert.True(Math.Abs(result.Point.Slope) <= 0.9 * Math.Abs(start.Slope), $"seed {seed} is too steep");
        }

        Assert.True(accepted > 1980, $"only {accepted} of 2000 searches found a point");
        Assert.True(severalTrials > 500, $"only {severalTrials} searches needed more than two trials");
    }

    [Fact]
    public void Run_FirstStepGoodEnough_TakesOneTrial()
    {
        static SearchPoint Parabola(double x) => new(x, (x - 1) * (x - 1), 2 * (x - 1), null);

        var result = Search(Parabola, Parabola(0)).Run(1.2);

        Assert.Equal(SearchEnd.WolfeConditions, result.End);
        Assert.Equal(1.2, result.Point.Step);
        Assert.Single(_trials);
    }

    [Fact]
    public void Run_MinimumFarAway_GrowsAtMostTenfold()
    {
        static SearchPoint FarAway(double x) => new(x, (x - 5000) * (x - 5000), 2 * (x - 5000), null);

        var result = Search(FarAway, FarAway(0)).Run(1);

        Assert.Equal(SearchEnd.WolfeConditions, result.End);
        Assert.Equal([1, 10, 100, 1000], _trials.Select(trial => Math.Round(trial.Step, 9)));
    }

    [Fact]
    public void Run_NeverFlat_EndsExhaustedAtTheLowestPointAfter26Trials()
    {
        static SearchPoint Slope(double x) => new(x, -x, -1, null);

        var result = Search(Slope, Slope(0)).Run(1);

        Assert.Equal(SearchEnd.Exhausted, result.End);
        Assert.Equal(26, _trials.Count);
        Assert.Equal(_trials[^1], result.Point);
    }

    [Fact]
    public void Run_NoLowerPoint_ReturnsTheStart()
    {
        // The slope lies: the function rises.
        static SearchPoint Liar(double x) => new(x, Math.Abs(x), x == 0 ? -1 : 1, null);

        var start = Liar(0);
        var result = Search(Liar, start).Run(1);

        Assert.Equal(SearchEnd.Exhausted, result.End);
        Assert.Same(start, result.Point);
    }

    [Fact]
    public void Run_NarrowBracket_StopsWhenTheImageWouldNotChange()
    {
        static SearchPoint Liar(double x) => new(x, Math.Abs(x), x == 0 ? -1 : 1, null);

        var result = new StrongWolfeSearch(Recording(Liar), Liar(0), directionMaximum: 1e-8).Run(1);

        Assert.Equal(SearchEnd.Exhausted, result.End);
        Assert.InRange(_trials.Count, 1, 8);
        Assert.True(_trials[^1].Step * 1e-8 < 1e-9 * 10);
    }

    [Fact]
    public void Run_BudgetSpentAtAnyTrial_ReturnsTheBestSoFar()
    {
        var interrupted = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var function = RandomFunction(new Random(seed));
            var start = function(0);
            for (var allowed = 0; allowed < 6; allowed++)
            {
                _trials.Clear();
                var recording = Recording(function);
                var search = new StrongWolfeSearch(step => _trials.Count < allowed ? recording(step) : null, start, 1);

                var result = search.Run(0.02);

                Assert.True(_trials.Count <= allowed);
                if (result.End != SearchEnd.BudgetSpent)
                    continue;

                interrupted++;
                Assert.Equal(_trials.Append(start).Min(point => point.Loss), result.Point.Loss);
            }
        }

        Assert.True(interrupted > 500, $"only {interrupted} searches were interrupted");
    }

    private StrongWolfeSearch Search(Func<double, SearchPoint> function, SearchPoint start) => new(Recording(function), start, 1);

    private Func<double, SearchPoint?> Recording(Func<double, SearchPoint> function) =>
        step =>
        {
            _trials.Add(function(step));
            return _trials[^1];
        };

    // A steep fourth power far out, waves near by, going down at 0.
    private static Func<double, SearchPoint> RandomFunction(Random random)
    {
        var center = (random.NextDouble() * 10) + 0.1;
        var (quartic, parabola) = (random.NextDouble() * 0.01, random.NextDouble() + 0.05);
        var waves = Enumerable.Range(0, 3)
            .Select(_ => (Height: random.NextDouble(), Frequency: (random.NextDouble() * 4) + 0.1, Phase: random.NextDouble() * 6))
            .ToArray();

        SearchPoint At(double x)
        {
            var offset = x - center;
            return new(
                x,
                (quartic * Math.Pow(offset, 4)) + (parabola * offset * offset)
                    + waves.Sum(wave => wave.Height * Math.Sin((wave.Frequency * x) + wave.Phase)),
                (4 * quartic * Math.Pow(offset, 3)) + (2 * parabola * offset)
                    + waves.Sum(wave => wave.Height * wave.Frequency * Math.Cos((wave.Frequency * x) + wave.Phase)),
                null);
        }

        return At(0).Slope < 0 ? At : RandomFunction(random);
    }
}
