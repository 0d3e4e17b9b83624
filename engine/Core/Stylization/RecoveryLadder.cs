using System.Globalization;
using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// What is tried when a loss or its gradient is not finite, each rung once a trial and from the last good image: the optimizer begins
/// anew; then its learning rate is a tenth too; then Adam takes over with its own default step, brought back to 0..1 after each. A
/// trial that has been run by Adam like that from the start has no third rung.
/// </summary>
internal sealed class RecoveryLadder(TrialParameters parameters)
{
    private const double Reduction = 10;

    private readonly List<string> _tried = [];

    /// <summary>The rung that was taken last.</summary>
    public RecoveryRung Rung { get; private set; }

    /// <summary>What each rung was, in words, in order.</summary>
    public IReadOnlyList<string> Tried => _tried;

    /// <summary>How the image is changed on this rung.</summary>
    public DescentMethod Method
    {
        get
        {
            var own = DescentMethod.Of(parameters);
            return Rung switch
            {
                RecoveryRung.None or RecoveryRung.Restarted => own,
                RecoveryRung.StepReduced => own with { LearningRate = own.LearningRate / Reduction },
                _ => new DescentMethod(OptimizerKind.Adam, new AdamOptions().LearningRate, MaxRateFactor: 1, Clamps: true),
            };
        }
    }

    /// <summary>Takes the next rung.</summary>
    /// <param name="trouble">What was not finite.</param>
    /// <param name="goesOnFrom">The number of the evaluation of the last good image.</param>
    /// <returns>The event to report.</returns>
    /// <exception cref="StylizationException">There is no rung left; the message lists all.</exception>
    public (TrialEventKind Kind, string Text) Next(NonFiniteLossException trouble, int goesOnFrom)
    {
        var rung = Rung + 1;
        if (rung > RecoveryRung.OptimizerChanged || (rung == RecoveryRung.OptimizerChanged && IsGentleAdam))
            throw Failure(trouble, string.Empty);

        Rung = rung;
        var done = Describe(rung);
        _tried.Add(string.Create(CultureInfo.InvariantCulture, $"after evaluation {trouble.Evaluation}, which gave {trouble.Value:G6}, {done}"));
        return (KindOf(rung), $"{trouble.Message} So {done}, from the image of evaluation {goesOnFrom}.");
    }

    /// <summary>The trial's failure.</summary>
    /// <param name="trouble">What was not finite in the end.</param>
    /// <param name="reason">Why nothing more is tried, with a space before it; empty where everything was.</param>
    public StylizationException Failure(NonFiniteLossException trouble, string reason) =>
        new($"{trouble.Message}{reason}{(_tried.Count == 0 ? string.Empty : $" Tried were: {string.Join("; ", _tried)}.")}", trouble);

    /// <summary>Goes on from a rung.</summary>
    public void Restore(RecoveryRung rung, IEnumerable<string> tried)
    {
        Rung = rung;
        _tried.Clear();
        _tried.AddRange(tried);
    }

    private bool IsGentleAdam =>
        parameters is { Optimizer: OptimizerKind.Adam, Clamp: ClampMode.Step }
        && parameters.LearningRate <= new AdamOptions().LearningRate;

    private static TrialEventKind KindOf(RecoveryRung rung) => rung switch
    {
        RecoveryRung.Restarted => TrialEventKind.Restarted,
        RecoveryRung.StepReduced => TrialEventKind.StepReduced,
        _ => TrialEventKind.OptimizerChanged,
    };

    private string Describe(RecoveryRung rung) => rung switch
    {
        RecoveryRung.Restarted when parameters.Optimizer == OptimizerKind.Lbfgs => "L-BFGS forgot its history",
        RecoveryRung.Restarted => "Adam forgot its means",
        RecoveryRung.StepReduced => string.Create(CultureInfo.InvariantCulture, $"the learning rate became {Method.LearningRate:G6}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Adam took over with a learning rate of {Method.LearningRate:G6}, pixels kept in 0..1"),
    };
}
