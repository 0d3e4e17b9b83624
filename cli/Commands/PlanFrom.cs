using NeuralStyle.Cli.Planning;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst plan --from IMAGE</c>: restores the manifest that a sheet or a trial's image carries.</summary>
internal static class PlanFrom
{
    /// <summary>Prints the manifest, or writes it to a file.</summary>
    public static async Task<int> RunAsync(CommandContext context, FileInfo from, FileInfo? write, CancellationToken cancellation)
    {
        var restored = RestoredManifest.Of(from, await InputFile.ReadAsync(from, cancellation));
        if (write is null)
        {
            await context.Output.WriteAsync(restored.Text);
        }
        else
        {
            await NewFile.WriteAsync(write, restored.Text, cancellation);
            await context.Output.WriteLineAsync($"the manifest of {from.Name} is in {write.FullName}; its images belong beside it");
        }

        // Only with the same bytes it is the same trial.
        foreach (var image in restored.Images)
            await context.Error.WriteLineAsync($"nst: {image.Name} had SHA-256 {image.Sha256}");
        if (restored.InitTrial is { } trial)
            await context.Error.WriteLineAsync($"nst: it started from the result of trial {trial}, which has to be in the store where it is run again");
        return ExitCode.Done;
    }
}
