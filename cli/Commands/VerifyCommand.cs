using System.CommandLine;
using System.Text.Json;
using NeuralStyle.Cli.Verification;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Verification;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst verify SWEEP</c> or <c>FOLDER</c>: whether all that a sweep left says what ran.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandContext context)
    {
        var place = new Argument<string>("sweep")
        {
            Description = "A folder that 'nst fetch' or 'nst run' wrote; where there is none of that name, the sweep of that name in the storage account.",
        };
        var images = new Option<DirectoryInfo?>("--images") { Description = "The folder of the input images; of 'nst run' that of the manifest. By default 'input' in the folder." };
        var json = SharedOptions.Json();
        var command = new Command("verify", "Derives a sweep's sheet, table and report again from records and images, checks every hash, and names the first file that lies.")
        {
            place, images, json,
        };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(context, () => RunAsync(
            context, parsed.GetRequiredValue(place), parsed.GetValue(images), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, string place, DirectoryInfo? images, bool json, CancellationToken cancellation)
    {
        var verified = new List<VerifiedSweep>();
        foreach (var sweep in await FindAsync(context, place, images, cancellation))
        {
            var verification = new SweepVerification(sweep.Store);
            if (await verification.MissingImagesAsync(sweep.Sweep, cancellation) is [_, ..] missing)
            {
                throw new UsageException($"{sweep.Name}: the images {string.Join(", ", missing)} are not there, and without them nothing can be drawn again; "
                    + "--images FOLDER says where they are");
            }

            verified.Add(await verification.VerifyAsync(sweep.Sweep, cancellation));
            if (!json)
                await WriteAsync(context, sweep, verified[^1]);
        }

        if (json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(verified, PlanJson.Readable));
        return verified.TrueForAll(sweep => sweep.IsTrue) ? ExitCode.Done : ExitCode.FailedTrials;
    }

    private static async Task<IReadOnlyList<VerifiedPlace>> FindAsync(
        CommandContext context, string place, DirectoryInfo? images, CancellationToken cancellation)
    {
        if (Directory.Exists(place))
            return VerifiedPlace.InFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(place)), images?.FullName);
        var store = context.OpenStore();
        return await store.ExistsAsync(StoreLayout.ResultsContainer, StoreLayout.SweepPlan(place), cancellation)
            ? [new VerifiedPlace(place, store, $"sweep {place} of the storage account")]
            : throw new UsageException($"'{place}' is no folder, and no sweep of that name was planned in this storage account");
    }

    private static async Task WriteAsync(CommandContext context, VerifiedPlace place, VerifiedSweep verified)
    {
        if (verified.Problem is { } problem)
            await context.Error.WriteLineAsync($"nst: {verified.Sweep} is not true: {verified.File}: {problem}");
        else
            await context.Output.WriteLineAsync(FormattableString.Invariant($"{verified.Sweep}: true; {verified.Files} files of {verified.Trials} trials checked in {place.Name}"));
        foreach (var note in verified.Notes)
            await context.Output.WriteLineAsync($"  not checked: {note}");
    }
}
