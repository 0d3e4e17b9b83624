using Microsoft.DurableTask;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class TaskOrchestratorTests
{
    private readonly ITaskOrchestrator _length = new LengthOrchestrator();

    [Fact]
    public async Task RunAsync_UntypedInput_ReachesTypedMethod()
    {
        Assert.Equal((typeof(string), typeof(int)), (_length.InputType, _length.OutputType));
        Assert.Equal(4, await _length.RunAsync(new RecordingContext(), "four"));
    }

    [Fact]
    public async Task RunAsync_InputOfOtherType_ThrowsArgument() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _length.RunAsync(new RecordingContext(), 4));

    private sealed class LengthOrchestrator : TaskOrchestrator<string, int>
    {
        public override Task<int> RunAsync(TaskOrchestrationContext context, string input) => Task.FromResult(input.Length);
    }
}
