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

    // Of processes that change one file at the same time, this one knows only itself; a folder is one process's at a time.
    private readonly Lock _changing = new();

    /// <param name="root">The folder; created when something is first written.</param>
    /// <param name="input">Another folder that stands for the container <c>input</c>, such as the one of the user's images.</param>
    public FolderStore(string root, string? input = null) => _paths = new FolderPaths(root, input);

    public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) =>
        GuardAsync($"reading {container}/{name}", async () =>
        {
            var path = _paths.FileOf(container, name);
            var found = new FileInfo(path);
            // A link is not there, as in a listing.
            if (!found.Exists || _paths.LinkTo(container, name) is not null)
                return null;
            BlobTooLargeException.ThrowIf(container, name, found.Length, ETagOf(found.LastWriteTimeUtc, found.Length));
            // A pipe or a device says that it is empty, and would be read forever.
            if (found.Length == 0)
                return new StoredBlob(ReadOnlyMemory<byte>.Empty, ETagOf(found.LastWriteTimeUtc, 0));
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, true);
            BlobTooLargeException.ThrowIf(container, name, file.Length, ETagOf(found.LastWriteTimeUtc, file.Length));
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellation);
            return new StoredBlob(bytes, ETagOf(File.GetLastWriteTimeUtc(file.SafeFileHandle), bytes.Length));
        });

    public Task WriteAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        GuardAsync($"writing {container}/{name}", async () =>
        {
            await WriteWholeAsync(FileToWrite(container, name), content, (partial, path) =>
            {
                File.Move(partial, path, overwrite: true);
                return true;
            }, cancellation);
            return true;
        });

    public Task<string?> WriteIfAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation) =>
        GuardAsync($"writing {container}/{name}", () => WriteWholeAsync(FileToWrite(container, name), content, (partial, path) =>
        {
            lock (_changing)
            {
                if (ETagOf(new FileInfo(path)) != knownETag)
                    return null;
                File.Move(partial, path, overwrite: true);
                return ETagOf(new FileInfo(path));
            }
        }, cancellation));

    public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) =>
        Task.FromResult(File.Exists(_paths.FileOf(container, name)) && _paths.LinkTo(container, name) is null);

    public Task DeleteAsync(string container, string name, CancellationToken cancellation) =>
        GuardAsync($"removing {container}/{name}", () =>
        {
            var path = _paths.FileOf(container, name);
            if (File.Exists(path) && _paths.LinkTo(container, name) is null)
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

    private string FileToWrite(string container, string name)
    {
        var path = _paths.FileOf(container, name);
        // A link in the place of the file itself is replaced, not followed.
        return _paths.LinkTo(container, name) is { } link && link != path
            ? throw new IOException($"'{link}' is a link, and could lead out of the folder. Put a folder in its place.")
            : path;
    }

    private static async Task<T> WriteWholeAsync<T>(
        string path, ReadOnlyMemory<byte> content, Func<string, string, T> put, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = FolderPaths.PartialOf(path);
        try
        {
            await File.WriteAllBytesAsync(partial, content, cancellation);
            return put(partial, path);
        }
        finally
        {
            // Gone already unless the write or the move failed.
            File.Delete(partial);
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

    private static string? ETagOf(FileInfo file) => file.Exists ? ETagOf(file.LastWriteTimeUtc, file.Length) : null;

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
