using System.Collections.Concurrent;

namespace NeuralStyle.Functions.Trials;

/// <summary>
/// Lets no trial be under way twice in this process. A worker takes the next message while the files of a trial are still written; were that
/// a second message of the same trial, it would find no record yet, and compute it again.
/// </summary>
public sealed class TrialTurns
{
    private readonly ConcurrentDictionary<string, Task> _last = new(StringComparer.Ordinal);

    /// <summary>Does something for a trial when all that was asked for it before is done, however that ended.</summary>
    public async Task<T> RunAsync<T>(string trialId, Func<Task<T>> work, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? before = null;
        _ = _last.AddOrUpdate(trialId, done.Task, (_, last) =>
        {
            before = last;
            return done.Task;
        });
        try
        {
            if (before is not null)
                await before.WaitAsync(cancellation);
            return await work();
        }
        finally
        {
            // One that gave up waiting keeps its place in the line: who stands behind it still waits for who stands before it.
            if (before is { IsCompleted: false })
                _ = before.ContinueWith(_ => End(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            else
                End();
        }

        void End()
        {
            _last.TryRemove(KeyValuePair.Create(trialId, done.Task));
            done.SetResult();
        }
    }
}
