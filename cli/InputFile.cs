namespace NeuralStyle.Cli;

/// <summary>A file that a user names on the command line.</summary>
internal static class InputFile
{
    /// <summary>Its bytes.</summary>
    /// <exception cref="UsageException">It can't be read: it is a folder, say.</exception>
    public static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        if (Directory.Exists(file.FullName))
            throw new UsageException($"'{file.FullName}' is a folder; allowed is a file");

        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file.FullName}' could not be read: {exception.Message}");
        }
    }
}
