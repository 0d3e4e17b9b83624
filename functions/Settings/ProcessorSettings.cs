using System.Globalization;
using NeuralStyle.Functions.Orchestrations;

namespace NeuralStyle.Functions.Settings;

/// <summary>The app's own settings, section <c>Processor</c>; <see cref="ProcessorSettingsReader"/> reads and checks them.</summary>
public sealed record ProcessorSettings
{
    /// <summary>The most trials that a batch may have.</summary>
    public const int LargestBatch = 64;

    /// <summary>The shortest time that can be told from a slow evaluation.</summary>
    public static readonly TimeSpan LeastStallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>In words, the rates that an hour of a worker may cost.</summary>
    public const string AllowedHourlyRates = "numbers from 0 to 1000000, such as 0.53";

    /// <summary>In words, the labels that a currency may have.</summary>
    public const string AllowedCurrencies = "1 to 8 letters or signs without spaces, such as EUR";

    /// <summary>Trials of a sweep under way at once, waiting in the queue included; 1 to 256, and never fewer than <see cref="Batch"/>. Twice the number of workers, and of batches, keeps them busy.</summary>
    public int Window { get; init; } = 4;

    /// <summary>How trials reach the engine.</summary>
    public TrialDispatch Dispatch { get; init; } = TrialDispatch.Queue;

    /// <summary>
    /// How long a queued trial's outcome is waited for before looking whether it was lost, and between two such looks; 10 seconds to 7
    /// days. One that is being computed or stands in line is not.
    /// </summary>
    public TimeSpan TrialTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often a trial is put on the queue in all; 1 to 10.</summary>
    public int MaxEnqueues { get; init; } = 3;

    /// <summary>What the engine computes on: <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Threads of the tensor library, 1 to 1024; null for one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// Trials of one size that the engine takes as one batch, 1 to <see cref="LargestBatch"/>, where so many wait; 1, the default, runs each alone. For a GPU that
    /// one image leaves idle. In Azure the host must also take so many messages at once (<c>extensions.queues.batchSize</c> in host.json).
    /// </summary>
    public int Batch { get; init; } = 1;

    /// <summary>Time between two checkpoints of a running trial; zero for none, at most a day. A checkpoint can be as large as the trial's memory.</summary>
    public TimeSpan CheckpointInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a worker tries to store what it has computed while storage is out of reach, before it gives the trial back to be computed
    /// again from its last checkpoint; zero to an hour.
    /// </summary>
    public TimeSpan StorePatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The longest time that the engine may take to get on, from one evaluation to the next or to a trial's end, before it is taken for
    /// hung and the process ends; zero for no limit, else 10 seconds to a day. The first evaluation includes opening the device.
    /// </summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// A weights file of VGG-19 or VGG-16 (.safetensors, PyTorch's .pth or TorchSharp's .dat), or one of each with <c>;</c> between
    /// them; each file says of which network it is. Null where there is none and only vgg19-mini can be used.
    /// </summary>
    public string? WeightsPath { get; init; }

    /// <summary>Time between two sheets of what is done so far, while a sweep runs; zero for none, at most a day.</summary>
    public TimeSpan SheetInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Calls in one durable history of a sweep, 10 to 100,000: after so many its orchestration begins anew, once the trials under way have
    /// ended. Each step of an orchestration reads its whole history, but each new beginning leaves workers idle until the last trial under way has ended.
    /// </summary>
    public int HistoryLimit { get; init; } = 1000;

    /// <summary>Workers that compute trials at the same time, 1 to 1024: what estimates of minutes are divided by.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>What an hour of one worker costs, 0 to 1,000,000; null where it is not known.</summary>
    public double? HourlyRate { get; init; }

    /// <summary>The currency of <see cref="HourlyRate"/>, up to 8 letters; only a label.</summary>
    public string Currency { get; init; } = string.Empty;

    /// <summary>How long a link to a sheet works, and the most that may be asked for; 1 minute to 1 day.</summary>
    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Days for which Durable's history of an orchestration that ended is kept; 1 to 3650.</summary>
    public int HistoryDays { get; init; } = 30;

    /// <summary>Orchestrations whose history is purged at most in one night; 1 to 100,000.</summary>
    public int PurgeLimit { get; init; } = 5000;

    /// <summary>The part that a sweep takes with it when it starts.</summary>
    public DispatchOptions Dispatching => new()
    {
        // A narrower window would never let a batch fill.
        Window = Math.Max(Window, Batch),
        Dispatch = Dispatch,
        TrialTimeout = TrialTimeout,
        MaxEnqueues = MaxEnqueues,
        SheetInterval = SheetInterval,
        HistoryLimit = HistoryLimit,
    };

    /// <summary>Reads a rate per hour.</summary>
    public static bool TryReadHourlyRate(string text, out double rate) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out rate) && rate is >= 0 and <= 1_000_000;

    /// <summary>Whether a text can stand for a currency.</summary>
    public static bool IsCurrency(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= 1 and <= 8 && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || char.IsDigit(letter));
    }
}
