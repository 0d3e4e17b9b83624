using System.CommandLine;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Text;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst fetch SWEEP</c>: the sheet, the report, the table and all that its trials gave, as files.</summary>
internal static class FetchCommand
{
    public static Command Create(CommandContext context)
    {
        var sweep = new Argument<string>("sweep") { Description = "The sweep's name." };
        var output = new Option<DirectoryInfo?>("--out") { Description = "The folder to write; by default one named after the sweep." };
        var command = new Command("fetch", "Downloads a sweep's sheet, report and table, and its trials' images, output files, snapshots, film strips, plots and records, and the images that they were made from.") { sweep, output };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context, () => RunAsync(context, parsed.GetRequiredValue(sweep), parsed.GetValue(output), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string sweep, DirectoryInfo? output, CancellationToken cancellation)
    {
        var place = SweepPlace.Of(context, null);
        var store = place.Store;
        var folder = output?.FullName ?? Path.GetFullPath(sweep);
        var view = await KnownSweep.RequireAsync(place, sweep, context.Clock, cancellation);

        var files = 0;
        await foreach (var entry in store.ListAsync(StoreLayout.ResultsContainer, $"{sweep}/", cancellation))
        {
            await SaveAsync(store, StoreLayout.ResultsContainer, entry.Name, PlaceOf(folder, entry.Name, entry.Name[(sweep.Length + 1)..]), cancellation);
            files++;
        }

        foreach (var trial in view.Status.Trials)
        {
            // What a running trial leaves for itself is of no use elsewhere, and checkpoints are large.
            string[] working = [StoreLayout.TrialProgress(trial.TrialId), StoreLayout.TrialCheckpoint(trial.TrialId)];
            await foreach (var entry in store.ListAsync(StoreLayout.TrialsContainer, $"{trial.TrialId}/", cancellation))
            {
                if (working.Contains(entry.Name))
                    continue;
                await SaveAsync(store, StoreLayout.TrialsContainer, entry.Name, PlaceOf(Path.Combine(folder, "trials"), entry.Name, entry.Name), cancellation);
                files++;
            }
        }

        // The images that it read: what was fetched can be verified, and run again.
        var here = new FolderStore(folder);
        foreach (var image in view.Plan?.Trials.SelectMany(trial => (IEnumerable<ImageReference>)[trial.Content, .. trial.Styles, .. trial.OtherImages]).DistinctBy(image => image.Name) ?? [])
        {
            if (await store.ReadAsync(StoreLayout.InputContainer, image.Name, cancellation) is not { } blob)
                continue;
            await here.WriteAsync(StoreLayout.InputContainer, image.Name, blob.Content, string.Empty, cancellation);
            files++;
        }

        await context.Output.WriteLineAsync($"{sweep}: {files} files in {folder}");
        return Progress.SweepSummary.ExitCodeOf(view.Status);
    }

    /// <summary>Where a blob is put. Whoever may write to the account gives blobs their names; none may choose a place on this machine.</summary>
    private static string PlaceOf(string folder, string blob, string name)
    {
        if (StoreName.Fault(blob) is { } fault)
            throw new UsageException($"in the account '{Shown.Text(blob, 200)}' {fault}; it and what follows it were not fetched. Remove it");
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new UsageException($"the blob '{Shown.Text(blob, 200)}' would be written outside of {folder}; it and what follows it were not fetched. Remove it");
    }

    private static async Task SaveAsync(IStore store, string container, string name, string path, CancellationToken cancellation)
    {
        if (await store.ReadAsync(container, name, cancellation) is not { } blob)
            return; // Removed since it was listed.

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Whole or not at all: an interrupted fetch leaves no half a picture under a real name.
        var temporary = $"{path}.part";
        await File.WriteAllBytesAsync(temporary, blob.Content, cancellation);
        File.Move(temporary, path, overwrite: true);
    }
}
