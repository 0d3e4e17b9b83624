using System.Text.Json;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Workers;

namespace NeuralStyle.Cli.Tests;

public sealed class CommandGuardTests
{
    [Theory]
    [InlineData(DeviceTrouble.Missing, 2)]
    [InlineData(DeviceTrouble.Broken, 5)]
    public async Task RunAsync_Device_IsBadInputWhereItIsNotThereAndElseAnUnfitWorker(DeviceTrouble trouble, int expected) =>
        Assert.Equal((expected, "nst: the device's story"), await GuardAsync(new DeviceException(trouble, "the device's story")));

    [Theory]
    [InlineData(WorkerFaultKind.DeviceMissing, 2)]
    [InlineData(WorkerFaultKind.DeviceBroken, 5)]
    [InlineData(WorkerFaultKind.Stalled, 5)]
    public async Task RunAsync_WorkersFault_IsBadInputWhereTheDeviceIsNotThereAndElseAnUnfitWorker(WorkerFaultKind kind, int expected) =>
        Assert.Equal(
            (expected, "nst: It stands still. What was finished is kept, and the same command goes on from there."),
            await GuardAsync(new WorkerFaultException(new WorkerFault(kind, "It stands still."))));

    [Fact]
    public async Task RunAsync_DocumentThatCannotBeRead_IsBadInputWithWhatReadingItSaid() =>
        Assert.Equal((2, "nst: 'results/a/plan.json' can't be read"), await GuardAsync(new JsonException("'results/a/plan.json' can't be read")));

    private static async Task<(int ExitCode, string Error)> GuardAsync(Exception thrown)
    {
        await using var error = new StringWriter();
        var exitCode = await CommandGuard.RunAsync(
            new CommandContext(TextWriter.Null, error, false, _ => null, TimeProvider.System), () => Task.FromException<int>(thrown));
        return (exitCode, error.ToString().Trim());
    }
}
