using System.Text;

namespace NeuralStyle.Cli;

/// <summary>A text file that the user asks for; one that is there already stays as it is.</summary>
internal static class NewFile
{
    /// <exception cref="UsageException">It is there already, or can't be written.</exception>
    public static async Task WriteAsync(FileInfo file, string text, CancellationToken cancellation)
    {
        if (file.Exists)
            throw new UsageException($"'{file.FullName}' is there already; remove it, or give another name");
        try
        {
            await File.WriteAllTextAsync(file.FullName, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file.FullName}' could not be written: {exception.Message}");
        }
    }
}
