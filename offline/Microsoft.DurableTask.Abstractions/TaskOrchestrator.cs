#nullable enable

namespace Microsoft.DurableTask;

public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    Type ITaskOrchestrator.InputType => typeof(TInput);

    Type ITaskOrchestrator.OutputType => typeof(TOutput);

    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input switch
        {
            TInput typed => await RunAsync(context, typed),
            null => await RunAsync(context, default!),
            _ => throw new ArgumentException(
                $"The input of {GetType()} is of type '{input.GetType()}'; expected is '{typeof(TInput)}'.", nameof(input)),
        };
    }
}
