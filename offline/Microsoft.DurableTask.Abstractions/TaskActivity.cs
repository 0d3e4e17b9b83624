#nullable enable

namespace Microsoft.DurableTask;

public abstract class TaskActivity<TInput, TOutput> : ITaskActivity
{
    Type ITaskActivity.InputType => typeof(TInput);

    Type ITaskActivity.OutputType => typeof(TOutput);

    public abstract Task<TOutput> RunAsync(TaskActivityContext context, TInput input);

    async Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input)
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
