using NeuralStyle.Cli.Progress;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Sweeps;

/// <summary>Waits for a sweep that was just submitted.</summary>
internal static class SweepWaiting
{
    /// <summary>Shows its progress until its sheet is there.</summary>
    /// <returns>The exit code that its end means.</returns>
    public static async Task<int> WaitAsync(
        CommandContext context, IStore store, string sweep, string manifest, bool json, CancellationToken cancellation)
    {
        var etag = (await store.ReadAsync(StoreLayout.SweepsContainer, manifest, cancellation))?.ETag;
        return await FollowAsync(context, store, sweep, etag, json, cancellation);
    }

    /// <summary>Shows a sweep until it has ended.</summary>
    /// <param name="context">Where to show it.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="etag">The version of its manifest to wait for; null for any.</param>
    /// <param name="json">Whether a machine reads.</param>
    /// <param name="cancellation">Ends the showing, not the sweep.</param>
    public static async Task<int> FollowAsync(
        CommandContext context, IStore store, string sweep, string? etag, bool json, CancellationToken cancellation)
    {
        var views = new SweepWatch(store, sweep, context.Clock).FollowAsync(etag, cancellation);
        var last = await context.Display(json).ShowAsync(views, cancellation);
        if (!json)
        {
            await SweepSummary.WriteAsync(context.Output, last);
            await SweepSummary.WriteRepeatedAsync(context.Output, store, last.Status, cancellation);
        }

        return SweepSummary.ExitCodeOf(last.Status);
    }
}
