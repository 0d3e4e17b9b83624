using System.Runtime.InteropServices;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization.Checkpoints;
using NeuralStyle.Engine.Stylization.Passes;
using NeuralStyle.Engine.Targets;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>
/// Runs trials, one after another or as a batch: resizes the images, measures the targets, and changes the start image until the evaluations
/// are used up (Gatys et al., 2015, with everything that their successors vary). Networks and targets are kept for the trials to
/// come. Call it from one thread at a time; the tensor library keeps state per thread.
/// </summary>
public sealed class Stylizer : IDisposable
{
    private readonly WeightsLibrary _weights;
    private readonly TimeProvider _clock;
    private readonly EngineOptions _options;
    private readonly Device _device;
    private readonly TargetCache _targets;
    private readonly HostAllocator _allocator;
    private readonly DeviceVerdict _verdict;
    private readonly Dictionary<(NetworkName Network, Precision Precision), FeatureNetwork> _networks = [];

    /// <summary>Opens the device and sets the tensor library's threads.</summary>
    /// <param name="weights">The weights that there are.</param>
    /// <param name="options">What to compute on.</param>
    /// <param name="clock">Measures the seconds of the record.</param>
    /// <exception cref="DeviceException">The device is not here.</exception>
    /// <exception cref="StylizationException">There is no such kind of device.</exception>
    public Stylizer(WeightsLibrary weights, EngineOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _weights = weights;
        _clock = clock;
        _options = options;
        _device = ComputeDevice.Open(options.Device);
        _verdict = DeviceVerdict.On(_device);
        _targets = new TargetCache(options.TargetCacheBytes);
        _allocator = HostAllocator.Open(options.KeepFreedMemory);
        // libtorch may leave itself at one thread; see EngineOptions.Threads.
        set_num_threads(options.Threads ?? System.Environment.ProcessorCount);
        Environment = EngineEnvironment.Describe(options.Device);
    }

    /// <summary>What trials run on here.</summary>
    public EnvironmentRecord Environment { get; }

    /// <summary>Runs one trial.</summary>
    /// <param name="trial">The setting.</param>
    /// <param name="pictures">What it reads, each at its own size.</param>
    /// <param name="observer">Is told how it goes, on this thread.</param>
    /// <param name="checkpoint">
    /// What the observer was given in an earlier run of the same trial, to go on from to the same bits; null to begin. One that is damaged,
    /// or of another trial, snapshot policy, version, device, number of threads or kind of processor, is refused by an event, and the trial begins.
    /// </param>
    /// <param name="cancellation">Ends the trial within one evaluation.</param>
    /// <returns>
    /// The image, and every evaluation. The image is one that was evaluated: that of the last evaluation, or with a line search
    /// the last one that it accepted; or the mean of iterates that the trial asks for.
    /// </returns>
    /// <exception cref="EngineException">The trial can't be run to its end.</exception>
    /// <exception cref="DeviceException">This process can't compute on its device any more.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public StylizedImage Run(
        Trial trial, TrialPictures pictures, IStylizationObserver observer, ReadOnlyMemory<byte>? checkpoint, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(observer);

        return Tidily(() => Alone(new BatchedTrial(trial, pictures, observer, checkpoint, cancellation)));
    }

    /// <summary>
    /// Runs trials of one network and precision together: each on a thread of its own, their images passing the network as one batch.
    /// Worth it where one image leaves the device idle, a GPU above all. A result is that of <see cref="Run"/> but for the last digits
    /// of convolutions over a batch, which an optimizer amplifies.
    /// </summary>
    /// <param name="trials">The trials; one or more. Their observers are told on those threads.</param>
    /// <returns>
    /// How each ended, in the same order. One that fails leaves the others to go on; one that needs more than its share of the memory
    /// runs alone after the others.
    /// </returns>
    /// <exception cref="ArgumentException">There are none, or they have several networks or precisions.</exception>
    /// <exception cref="WeightsException">The network's weights are not here.</exception>
    /// <exception cref="DeviceException">
    /// This process can't compute on its device any more, as was seen before any trial began; later it is the failure of those that met it.
    /// </exception>
    public IReadOnlyList<BatchedResult> RunBatch(IReadOnlyList<BatchedTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return Tidily(() =>
        {
            var networks = trials.Select(batched => NetworkOf(batched.Trial.Parameters)).Distinct().ToList();
            return networks is [var network]
                ? RunBatch(network, trials)
                : throw new ArgumentException($"A batch is of one network and precision; {networks.Count} were given.", nameof(trials));
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var network in _networks.Values)
            network.Dispose();
        _networks.Clear();
        _targets.Dispose();
    }

    private BatchedResult[] RunBatch(FeatureNetwork network, IReadOnlyList<BatchedTrial> trials)
    {
        var share = FreeMemory.Of(_options) / trials.Count;
        var together = Enumerable.Range(0, trials.Count)
            .Where(index => MemoryCheck.Fits(trials[index].Trial.Parameters, trials[index].Pictures.Content.Size, share))
            .ToList();
        var results = new BatchedResult[trials.Count];
        if (together.Count > 1)
            RunTogether(network, trials, together, results);
        for (var index = 0; index < trials.Count; index++)
            results[index] ??= ResultOf(() => Alone(trials[index]));
        return results;
    }

    private T Tidily<T>(Func<T> run)
    {
        _targets.Trim();
        // The check of the memory is to see what reading the pictures took and freed.
        _allocator.GiveBack();
        try
        {
            return run();
        }
        catch (ExternalException exception)
        {
            // Outside of any one trial, such as while a network is put on the device.
            _verdict.Require(_options.Device, exception);
            throw;
        }
        finally
        {
            _allocator.GiveBack();
        }
    }

    private void RunTogether(FeatureNetwork network, IReadOnlyList<BatchedTrial> trials, List<int> together, BatchedResult[] results)
    {
        var pass = new SharedPass(network, together.Count);
        Thread[] threads =
        [
            .. together.Select((index, place) => new Thread(() => results[index] = RunMember(trials[index], pass.Members[place], together.Count))
            {
                IsBackground = true,
                Name = $"trial {trials[index].Trial.Id}",
            }),
        ];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    private BatchedResult RunMember(BatchedTrial batched, MemberPass pass, int members)
    {
        // The others wait for this trial until it ends, however it ends.
        using (pass)
            return ResultOf(() => Guarded(batched, pass) with { Batch = members });
    }

    private StylizedImage Alone(BatchedTrial trial) => Guarded(trial, new SinglePass(NetworkOf(trial.Trial.Parameters)));

    private static BatchedResult ResultOf(Func<StylizedImage> run)
    {
        try
        {
            return new BatchedResult(run(), null);
        }
#pragma warning disable CA1031 // Whatever ends this trial is its own; the others and the process go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new BatchedResult(null, exception);
        }
    }

    private StylizedImage Guarded(BatchedTrial trial, IFeaturePass pass)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        try
        {
            return Stylize(trial, pass);
        }
        catch (ExternalException exception)
        {
            // The tensor library's own errors: out of memory, above all. That is the trial's; a lost device is nobody's.
            _verdict.Require(_options.Device, exception);
            throw new StylizationException($"The tensor library failed: {exception.Message}", exception);
        }
    }

    private StylizedImage Stylize(BatchedTrial asked, IFeaturePass pass)
    {
        var (trial, pictures, observer, checkpoint, cancellation) = asked;
        var maker = CheckpointMaker.Of(Environment);
        trial = trial with { Parameters = MemoryCheck.Fit(trial.Parameters, pictures.Content.Size, FreeMemory.Of(_options), out var shrunk) };
        var course = new TrialCourse(trial, pictures, observer, _clock);
        if (pass is MemberPass member)
            member.LeftBatch = why => course.Report(TrialEventKind.LeftBatch, why);
        var checkpoints = new CheckpointKeeper(trial, maker, _options.CheckpointInterval, _clock, observer.OnCheckpoint);
        if (checkpoint is { } bytes)
        {
            try
            {
                var from = CheckpointFormat.Read(bytes.Span);
                from.Require(trial, maker);
                return Start(from);
            }
            catch (CheckpointException exception)
            {
                course.Report(TrialEventKind.CheckpointRefused, $"The checkpoint was not used, and the trial began anew: {exception.Message}.");
            }
        }

        // A resumed trial has said so in the run that it goes on from.
        if (shrunk is not null)
            course.Report(TrialEventKind.SizedDown, shrunk);
        return Start(null);

        StylizedImage Start(Checkpoint? from)
        {
            using var run = new TrialRun(trial, pictures, NetworkOf(trial.Parameters), pass, _targets, _device, course, checkpoints);
            return run.Run(from, cancellation);
        }
    }

    private FeatureNetwork NetworkOf(TrialParameters parameters)
    {
        var key = (parameters.Network, parameters.Precision);
        lock (_networks)
        {
            if (!_networks.TryGetValue(key, out var network))
            {
                network = new FeatureNetwork(_weights.Of(parameters.Network), _device, parameters.Precision);
                _networks.Add(key, network);
            }

            return network;
        }
    }
}
