using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NeuralStyle.Cli.Serve.Timers;

/// <summary>A function that a timer triggers.</summary>
/// <param name="Name">The function.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="RunAsync">Calls it.</param>
internal sealed record TimerFunction(string Name, string Schedule, Func<TimerInfo, DurableTaskClient, CancellationToken, Task> RunAsync);
