using System.CommandLine;
using NeuralStyle.Functions.Messages;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Cli.Sweeps;

/// <summary>Where sweeps are looked for: the storage account, or the folder of <c>nst run</c>.</summary>
internal sealed class SweepPlace
{
    private readonly QueueControlMessenger? _messenger;

    private SweepPlace(IStore store, string name, QueueControlMessenger? messenger) =>
        (Store, Name, _messenger) = (store, name, messenger);

    /// <summary>What is there.</summary>
    public IStore Store { get; }

    /// <summary>How messages call it.</summary>
    public string Name { get; }

    /// <summary>Whether it is a folder, whose sweeps run while <c>nst run</c> does.</summary>
    public bool IsFolder => _messenger is null;

    /// <summary>The option that names a folder.</summary>
    public static Option<DirectoryInfo?> Option() => new("--out")
    {
        Description = "The folder that 'nst run' was given as --out; without it, the storage account of AzureWebJobsStorage or the local Azurite.",
    };

    /// <summary>The folder, or the storage account where none is named.</summary>
    /// <exception cref="UsageException">The folder is not there.</exception>
    public static SweepPlace Of(CommandContext context, DirectoryInfo? folder)
    {
        if (folder is null)
            return new SweepPlace(context.OpenStore(), "this storage account", new QueueControlMessenger(context.OpenStorage().Queues));
        return folder.Exists
            ? new SweepPlace(new FolderStore(folder.FullName), $"'{folder.FullName}'", null)
            : throw new UsageException($"there is no folder '{folder.FullName}'; allowed is one that 'nst run' wrote");
    }

    /// <summary>Has the host look what was asked of a sweep; over a folder it looks by itself.</summary>
    public Task WakeAsync(string sweep, string instanceId, CancellationToken cancellation) =>
        _messenger?.SendAsync(new SweepControlMessage(sweep, instanceId), cancellation) ?? Task.CompletedTask;

    /// <summary>Names of all sweeps that are known there, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation)
    {
        var names = new List<string>();
        await foreach (var entry in Store.ListAsync(StoreLayout.ResultsContainer, string.Empty, cancellation))
        {
            var name = entry.Name.Split('/')[0];
            if (entry.Name == StoreLayout.SweepStatus(name))
                names.Add(name);
        }

        return names;
    }
}
