namespace NeuralStyle.Plan.Tests.Manifests.Hostile;

/// <summary>Runs a case, and says which one it was that didn't end.</summary>
internal static class Watchdog
{
    // The longest case takes seconds on an idle machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static T Run<T>(string name, Func<T> work)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var running = Task.Run(work, cancellation);
        if (Task.WhenAny(running, Task.Delay(Patience, cancellation)).GetAwaiter().GetResult() != running)
            Assert.Fail($"{name} hangs: nothing came of it for {Patience.TotalMinutes} minutes.");
        return running.GetAwaiter().GetResult();
    }
}
