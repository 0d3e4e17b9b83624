using NeuralStyle.Cli.Serve;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using NeuralStyle.Tests.Azurite;

namespace NeuralStyle.Cli.Tests.Serve;

/// <summary>A host whose device is lost ends, and leaves its trials to the next.</summary>
public sealed class FaultyWorkerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_DeviceLostInMidTrial_EndsWithTheFaultAndAnotherWorkerDoesTheRest()
    {
        var storage = azurite.Connect();
        var lost = new ServedSweep(storage) { SwitchedOff = AppFunctions.SwitchedOff(ServeRole.Worker, []) };
        lost.Engine.BeforeEvaluation = (_, _, _) => throw new DeviceException(DeviceTrouble.Broken, "CUDA error: unspecified launch failure");
        var control = new ServedSweep(storage) { SwitchedOff = AppFunctions.SwitchedOff(ServeRole.Control, []) };
        var sound = new ServedSweep(storage) { SwitchedOff = AppFunctions.SwitchedOff(ServeRole.Worker, []) };
        await SampleSweep.PutImagesAsync(control.Store, Cancellation);

        await control.WhileServingAsync(async () =>
        {
            await SampleSweep.PutManifestAsync(control.Store, "lost-sweep", SampleSweep.Unlike(SampleSweep.Manifest, 31), Cancellation);
            var fault = await Assert.ThrowsAsync<WorkerFaultException>(() => lost.WhileServingAsync(() => Task.Delay(lost.Patience, Cancellation), untilItEnds: true));
            Assert.Equal(WorkerFaultKind.DeviceBroken, fault.Fault.Kind);
            await sound.WhileServingAsync(async () =>
            {
                var status = await sound.WaitAsync("lost-sweep", status => status.IsFinished, Cancellation);
                Assert.Equal((SweepState.Completed, 4), (status.State, status.Count(TrialState.Completed)));
            });
        });

        Assert.Single(lost.Engine.Runs);
        Assert.Equal(4, sound.Engine.Runs.Count);
        Assert.Empty(control.Engine.Runs);
    }
}
