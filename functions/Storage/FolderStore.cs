using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralStyle.Functions.Storage;

/// <summary>
/// The store in a folder: one subfolder a container, one file a blob. Files are written under another name and renamed, so that
/// a reader or a crash never meets half of one.
/// </summary>
public sealed class FolderStore : IStore
{
    private readonly FolderPaths _paths;

    /// <param name="root">The folder; created when something is first written.</param>
    /// <param name="input">Another folder that stands for the container <c>input</c>, such as the one of the user's images.</param>
    public FolderStore(string root, string? input = null) => _paths = new FolderPaths(root, input);

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) =>
        GuardAsync($"reading {container}/{name}", async () =>
        {
            var path = _paths.FileOf(container, name);
            if (!File.Exists(path))
                return null;
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, true);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellation);
            return new StoredBlob(bytes, ETagOf(File.GetLastWriteTimeUtc(file.SafeFileHandle), bytes.Length));
        });

    public Task WriteAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        GuardAsync($"writing {container}/{name}", async () =>
        {
            var path = _paths.FileOf(container, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var partial = FolderPaths.PartialOf(path);
            try
            {
                await File.WriteAllBytesAsync(partial, content, cancellation);
                File.Move(partial, path, overwrite: true);
            }
            finally
            {
                // Gone already unless the write or the move failed.
                File.Delete(partial);
            }

            return true;
        });

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        Task.FromResult(File.Exists(_paths.FileOf(container, name)));

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) =>
        GuardAsync($"removing {container}/{name}", () =>
        {
            var path = _paths.FileOf(container, name);
            if (File.Exists(path))
                File.Delete(path);
            return Task.FromResult(true);
        });

    public async IAsyncEnumerable<StoredEntry> ListAsync(
        string container, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var entries = await GuardAsync($"listing {container}", () => Task.FromResult(List(container, prefix)));
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    private List<StoredEntry> List(string container, string prefix)
    {
        var folder = new DirectoryInfo(_paths.FolderOf(container));
        if (!folder.Exists)
            return [];
        // Links are left out: they could lead round in circles, or out of the folder.
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        return folder.EnumerateFiles("*", options)
            .Where(file => !FolderPaths.IsPartial(file.Name))
            .Select(file => (Name: Path.GetRelativePath(folder.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), File: file))
            .Where(found => found.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new StoredEntry(found.Name, ETagOf(found.File.LastWriteTimeUtc, found.File.Length), found.File.Length))
            .ToList();
    }

    private static string ETagOf(DateTime writtenAt, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{writtenAt.Ticks:x}-{bytes:x}");

    private static async Task<T> GuardAsync<T>(string doing, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder did not allow {doing}: {exception.Message}", exception);
        }
    }
}
