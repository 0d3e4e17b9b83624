namespace NeuralStyle.EndToEnd.Tests;

/// <summary>Waits for something that another process does.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(50, patience.Token);
    }

    public static Task TrueAsync(Func<Task<bool>> condition) => TrueAsync(condition, TimeSpan.FromMilliseconds(50));

    /// <param name="condition">What to wait for.</param>
    /// <param name="rest">Time between two looks: looking is work for the storage too.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan rest)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(rest, patience.Token);
    }
}
