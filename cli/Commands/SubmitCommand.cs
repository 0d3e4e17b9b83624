using System.CommandLine;
using NeuralStyle.Cli.Sweeps;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Cli.Commands;

/// <summary><c>nst submit M</c>: uploads images and a manifest; the blob trigger does the rest.</summary>
internal static class SubmitCommand
{
    public static Command Create(CommandContext context)
    {
        var manifest = SharedOptions.Manifest();
        var images = new Option<FileInfo[]>("--images")
        {
            Description = "Image files to upload to the input container first.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        }.AcceptExistingOnly();
        var wait = new Option<bool>("--wait") { Description = "Wait until the sheet is there, showing progress." };
        var json = SharedOptions.Json();
        var command = new Command("submit", "Uploads images and a manifest, which starts the sweep.") { manifest, images, wait, json };
        command.SetAction((parsed, cancellation) => CommandGuard.RunAsync(
            context,
            () => RunAsync(
                context,
                parsed.GetRequiredValue(manifest),
                parsed.GetValue(images) ?? [],
                parsed.GetValue(wait),
                parsed.GetValue(json),
                cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, FileInfo file, FileInfo[] images, bool wait, bool json, CancellationToken cancellation)
    {
        var text = await InputFile.ReadAsync(file, cancellation);
        var store = context.OpenStore();
        var available = images.Select(image => image.Name).ToList();
        await foreach (var entry in store.ListAsync(StoreLayout.InputContainer, string.Empty, cancellation))
            available.Add(entry.Name);

        // What the host would reject is said here and now, and nothing is uploaded.
        var manifest = ManifestParser.Parse(text, file.Name, new AvailableImages(available));
        var sweep = SweepFile.NameOf(manifest, file);
        foreach (var image in images)
        {
            await store.WriteAsync(
                StoreLayout.InputContainer,
                image.Name,
                await InputFile.ReadAsync(image, cancellation),
                "application/octet-stream",
                cancellation);
        }

        var blob = $"{sweep}.yaml";
        await store.WriteAsync(StoreLayout.SweepsContainer, blob, text, "application/yaml", cancellation);
        if (!wait)
        {
            await context.Output.WriteLineAsync($"submitted {sweep}; 'nst status {sweep}' shows how it goes");
            return ExitCode.Done;
        }

        return await SweepWaiting.WaitAsync(context, store, sweep, blob, json, cancellation);
    }
}
