using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Telemetry;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Sweeps;

/// <summary>
/// Sweeps whose orchestration ended and could not say so: it was terminated, or what failed it kept its status from being written, too. Such a
/// status would say for ever that the sweep goes on. It is set right when somebody next asks for the sweep.
/// </summary>
public sealed class BrokenOffSweeps(StatusWriter status, ProcessorTelemetry telemetry, ILogger<BrokenOffSweeps> logger)
{
    // Each time somebody else wrote the status in between.
    private const int Attempts = 10;

    /// <summary>The status of a sweep, set right where its orchestration has broken off; null when there is none that can be read.</summary>
    public async Task<SweepStatus?> ReadAsync(string sweep, DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (known, etag) = await status.LookAsync(sweep, cancellation);
            if (known is null or { IsFinished: true } || await FindProblemAsync(known.InstanceId, client, cancellation) is not { } problem)
                return known;
            // Where it ended meanwhile in an orderly way, its status is another by now.
            if (await status.FailAsync(known, etag, problem, cancellation))
            {
                Logs.SweepFailed(logger, sweep, problem);
                telemetry.SweepEnded(SweepState.Failed);
            }
        }

        throw new StoreUnavailableException(
            $"{StoreLayout.ResultsContainer}/{StoreLayout.SweepStatus(sweep)} was written by others each of {Attempts} times.");
    }

    /// <summary>What became of an orchestration that broke off; null of one that did not. One that completed left the sweep to a newer manifest.</summary>
    private static async Task<string?> FindProblemAsync(string instanceId, DurableTaskClient client, CancellationToken cancellation)
    {
        switch ((await client.GetInstanceAsync(instanceId, cancellation))?.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Terminated:
                return $"Its orchestration {instanceId} was terminated. Submit the sweep again to go on.";
            case OrchestrationRuntimeStatus.Failed:
                // Why it failed comes with inputs and outputs only, which are large.
                var failed = await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation);
                return $"Its orchestration {instanceId} failed, and its status could not be written: "
                    + $"{failed?.FailureDetails?.ErrorMessage ?? "no reason is known"}. Submit the sweep again to go on.";
            default:
                return null;
        }
    }
}
