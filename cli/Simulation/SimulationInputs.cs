using System.CommandLine;
using NeuralStyle.Plan.Simulation;

namespace NeuralStyle.Cli.Simulation;

/// <summary>The options of <c>nst simulate</c>: each assumption with its default, worded once.</summary>
internal sealed class SimulationInputs
{
    private static readonly SimulationOptions Defaults = new() { TrialSeconds = [] };

    private readonly Option<int?> _window = new("--window") { Description = "Trials under way at once, waiting included (Processor__Window); by default twice --max." };
    private readonly Option<int> _min = Number("--min", Defaults.MinReplicas, "Workers that stay");
    private readonly Option<int> _max = Number("--max", Defaults.MaxReplicas, "Workers at most");
    private readonly Option<int> _queueLength = Number("--queue-length", Defaults.QueueLength, "Messages for which one worker is wanted (batchSize)");
    private readonly Option<double> _polling = Seconds("--polling", Defaults.PollingSeconds, "Between two looks of the scaler at the queue");
    private readonly Option<int> _step = Number("--scale-out-step", Defaults.ScaleOutStep, "Workers that may be added at one look, at least; as many as there are may always be");
    private readonly Option<double> _scaleIn = Seconds("--scale-in", Defaults.ScaleInSeconds, "Fewer workers must have been enough for so long before some are taken away");
    private readonly Option<double> _pull = Seconds("--pull", Defaults.PullSeconds, "Getting the image onto a machine");
    private readonly Option<double> _start = Seconds("--start", Defaults.StartSeconds, "From the image to the first trial");
    private readonly Option<double> _activities = Real("--activities-per-second", Defaults.ActivitiesPerSecond, "Activities that the orchestrations begin in a second");
    private readonly Option<double> _ofTrial = Real("--activities-per-trial", Defaults.ActivitiesPerTrial, "Activities of a trial");
    private readonly Option<double> _results = Real("--events-per-second", Defaults.EventsPerSecond, "Results that the orchestrations take in a second");
    private readonly Option<double> _kills = Real("--kills-per-hour", Defaults.KillsPerHour, "How often a worker that computes is killed in an hour");
    private readonly Option<double> _lost = Seconds("--lost", Defaults.LostSeconds, "Work that a kill costs, since the last checkpoint");
    private readonly Option<double> _return = Seconds("--return", Defaults.ReturnSeconds, "Until a killed worker's message comes back");
    private readonly Option<int> _seed = Number("--seed", Defaults.Seed, "What is left to chance follows from it");
    private readonly Option<double> _processors = Real("--processors", new ReplicaRates().Processors, "Processors of a worker");
    private readonly Option<double> _memory = Real("--memory", new ReplicaRates().Gibibytes, "Memory of a worker, GiB");
    private readonly Option<double?> _gpuSecond = new("--gpu-second") { Description = "Price of a second of a GPU; without it costs are not told." };
    private readonly Option<double?> _processorSecond = new("--processor-second") { Description = "Price of a second of a processor." };
    private readonly Option<double?> _gibibyteSecond = new("--gib-second") { Description = "Price of a second of a GiB." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            _window, _min, _max, _queueLength, _polling, _step, _scaleIn, _pull, _start, _activities, _ofTrial, _results, _kills, _lost, _return, _seed,
            _processors, _memory, _gpuSecond, _processorSecond, _gibibyteSecond,
        ];
        foreach (var option in all)
            command.Options.Add(option);
    }

    /// <summary>What a command line assumes, without the trials.</summary>
    public SimulationOptions Options(ParseResult parsed) => Defaults with
    {
        Window = parsed.GetValue(_window),
        MinReplicas = parsed.GetValue(_min),
        MaxReplicas = parsed.GetValue(_max),
        QueueLength = parsed.GetValue(_queueLength),
        PollingSeconds = parsed.GetValue(_polling),
        ScaleOutStep = parsed.GetValue(_step),
        ScaleInSeconds = parsed.GetValue(_scaleIn),
        PullSeconds = parsed.GetValue(_pull),
        StartSeconds = parsed.GetValue(_start),
        ActivitiesPerSecond = parsed.GetValue(_activities),
        ActivitiesPerTrial = parsed.GetValue(_ofTrial),
        EventsPerSecond = parsed.GetValue(_results),
        KillsPerHour = parsed.GetValue(_kills),
        LostSeconds = parsed.GetValue(_lost),
        ReturnSeconds = parsed.GetValue(_return),
        Seed = parsed.GetValue(_seed),
    };

    /// <summary>What a command line says of a worker.</summary>
    public ReplicaRates Rates(ParseResult parsed) => new()
    {
        Processors = parsed.GetValue(_processors),
        Gibibytes = parsed.GetValue(_memory),
        GpuSecond = parsed.GetValue(_gpuSecond),
        ProcessorSecond = parsed.GetValue(_processorSecond),
        GibibyteSecond = parsed.GetValue(_gibibyteSecond),
    };

    private static Option<int> Number(string name, int value, string description) =>
        new(name) { Description = FormattableString.Invariant($"{description}; {value} by default."), DefaultValueFactory = _ => value };

    private static Option<double> Real(string name, double value, string description) =>
        new(name) { Description = FormattableString.Invariant($"{description}; {value} by default."), DefaultValueFactory = _ => value };

    private static Option<double> Seconds(string name, double value, string description) =>
        new(name) { Description = FormattableString.Invariant($"{description}, seconds; {value} by default."), DefaultValueFactory = _ => value };
}
