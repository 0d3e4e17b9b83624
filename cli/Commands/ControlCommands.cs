using System.CommandLine;
using NeuralStyle.Cli.Progress;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst cancel</c>, <c>nst pause</c> and <c>nst resume</c>: asks something of a sweep that is under way.</summary>
internal static class ControlCommands
{
    public static Command Cancel(CommandContext context) => Create(
        context, "cancel", "Stops a sweep within two evaluations, and has its sheet drawn with what is done. Submitting it again goes on.", _ => SweepRequest.Cancel);

    public static Command Pause(CommandContext context)
    {
        var now = new Option<bool>("--now") { Description = "Stop trials that are being computed too, at a checkpoint from which they go on." };
        var command = Create(
            context,
            "pause",
            "Begins no further trial of a sweep; those that are being computed go on to their end.",
            parsed => parsed.GetValue(now) ? SweepRequest.PauseNow : SweepRequest.Pause);
        command.Add(now);
        return command;
    }

    public static Command Resume(CommandContext context) => Create(
        context, "resume", "Lets a paused sweep go on.", _ => SweepRequest.Run);

    private static Command Create(
        CommandContext context, string name, string description, Func<ParseResult, SweepRequest> requestOf)
    {
        var sweep = new Argument<string>("sweep") { Description = "The sweep's name." };
        var place = SweepPlace.Option();
        var command = new Command(name, description) { sweep, place };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () => AskAsync(
            context,
            SweepPlace.Of(context, parsed.GetValue(place)),
            parsed.GetRequiredValue(sweep),
            requestOf(parsed),
            cancellation)));
        return command;
    }

    private static async Task<int> AskAsync(
        CommandContext context, SweepPlace place, string sweep, SweepRequest request, CancellationToken cancellation)
    {
        var (status, verdict) = await new SweepControls(place.Store, context.Clock).AskAsync(
            sweep, async () => (await KnownSweep.RequireAsync(place, sweep, context.Clock, cancellation)).Status, request, cancellation);
        if (Answer(status, verdict, request) is { } answer)
        {
            // The news of it may have been lost; to hear it twice does no harm.
            if (verdict == RequestVerdict.AskedBefore)
                await place.WakeAsync(sweep, status.InstanceId, cancellation);
            await context.Output.WriteLineAsync($"{sweep}: {answer}");
            return ExitCode.Done;
        }

        await place.WakeAsync(sweep, status.InstanceId, cancellation);
        await context.Output.WriteLineAsync($"{sweep}: {Effect(request)}; 'nst status {sweep}' shows how it goes");
        return ExitCode.Done;
    }

    /// <summary>What to say where nothing is to be done; null where something is.</summary>
    /// <exception cref="UsageException">What is asked can't be had.</exception>
    private static string? Answer(SweepStatus status, RequestVerdict verdict, SweepRequest request)
    {
        var state = Words.Of(status.State);
        return verdict switch
        {
            RequestVerdict.Ask => null,
            RequestVerdict.NothingToCancel => $"{state}; there is nothing to cancel",
            RequestVerdict.NotPaused => "it is not paused; there is nothing to resume",
            RequestVerdict.AskedBefore => request == SweepRequest.Cancel ? "it is being cancelled already" : "it is paused already",
            RequestVerdict.Ended => throw new UsageException(
                $"sweep '{status.Sweep}' is {state}; only one that is under way can be paused or resumed. Submit it again to go on."),
            _ => throw new UsageException(
                $"sweep '{status.Sweep}' is being cancelled; when 'nst status {status.Sweep}' says that it is, submit it again to go on"),
        };
    }

    private static string Effect(SweepRequest request) => request switch
    {
        SweepRequest.Run => "it goes on",
        SweepRequest.Pause => "no further trial is begun; those that are being computed go on to their end",
        SweepRequest.PauseNow => "no further trial is begun, and those that are being computed stop at a checkpoint",
        SweepRequest.Cancel => "it is being cancelled; trials that are being computed stop at a checkpoint, and the sheet is drawn with what is done",
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "Nothing that can be asked."),
    };
}
