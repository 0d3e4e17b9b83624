using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace NeuralStyle.Cli.Weights;

/// <summary>
/// Downloads a weights file: into a <c>.part</c> file beside its place, going on where an earlier attempt was broken off, and under
/// its own name only when its hash is right.
/// </summary>
/// <param name="http">The client.</param>
/// <param name="progress">Is told the bytes that are there, and of how many if the server says.</param>
internal sealed class WeightsDownload(HttpClient http, Action<long, long?> progress)
{
    private const int Attempts = 5;

    // The published files have half of it; a server that sends without end is cut off.
    private const long MaxBytes = 2L << 30;

    /// <summary>Downloads it, if it isn't there yet.</summary>
    /// <returns>Its path, and its SHA-256.</returns>
    /// <exception cref="UsageException">It can't be had, or isn't what was published.</exception>
    public async Task<(string Path, string Sha256)> RunAsync(PublishedWeights weights, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, weights.FileName);
        var part = $"{path}.part";
        try
        {
            Directory.CreateDirectory(folder);
            if (File.Exists(path))
                return (path, await CheckAsync(weights, path, path, cancellation));

            await FetchAsync(weights.Address, part, cancellation);
            var sha256 = await CheckAsync(weights, part, path, cancellation);
            File.Move(part, path);
            return (path, sha256);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' could not be written: {exception.Message}");
        }
        finally
        {
            // There is nothing in it to go on from.
            if (LengthOf(part) == 0)
                File.Delete(part);
        }
    }

    private static long? LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : null;

    private async Task FetchAsync(Uri address, string part, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ReceiveAsync(address, part, cancellation);
                return;
            }
            // The client's own time limit comes as a cancellation that nobody asked for.
            catch (Exception exception) when (
                exception is HttpRequestException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                // A refusal stays one; a broken connection is worth another attempt from where it broke.
                if (exception is HttpRequestException { StatusCode: not null } || attempt == Attempts)
                {
                    var kept = LengthOf(part) > 0 ? "; what was received is kept, and the same command goes on from there" : string.Empty;
                    throw new UsageException($"{address} could not be downloaded: {exception.Message}{kept}");
                }
            }
        }
    }

    private async Task ReceiveAsync(Uri address, string part, CancellationToken cancellation)
    {
        var received = LengthOf(part) ?? 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (received > 0)
            request.Headers.Range = new RangeHeaderValue(received, null);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        // Nothing is left to send: the part is whole, or from something else, which its hash will tell.
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && received > 0)
            return;
        response.EnsureSuccessStatusCode();

        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == received;
        await using var file = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        var total = response.Content.Headers.ContentLength + file.Length;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[1 << 17];
        int read;
        while ((read = await ReadAsync(stream, buffer, cancellation)) > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            if (file.Length > MaxBytes)
                throw new UsageException($"{address} sends more than {MaxBytes} bytes, which no weights file has");
            progress(file.Length, total);
        }
    }

    private static async Task<int> ReadAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellation);
        }
        catch (IOException exception)
        {
            // Told apart from trouble with the file, which another attempt would not mend.
            throw new HttpRequestException(exception.Message, exception);
        }
    }

    /// <summary>Holds a file against the published hash; a wrong part is removed, so that the next attempt begins anew.</summary>
    private static async Task<string> CheckAsync(PublishedWeights weights, string file, string path, CancellationToken cancellation)
    {
        string sha256;
        await using (var stream = File.OpenRead(file))
            sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        if (sha256.StartsWith(weights.Sha256, StringComparison.Ordinal))
            return sha256;
        if (file != path)
            File.Delete(file);
        throw new UsageException(file == path
            ? $"'{path}' is there, but its SHA-256 {sha256} is not the published {weights.Sha256}; remove it, or choose another --dir"
            : $"what {weights.Address} sent has SHA-256 {sha256}, not the published {weights.Sha256}; it was thrown away");
    }
}
