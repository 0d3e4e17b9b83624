using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Azure.Functions.Worker.Http;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Api;

/// <summary>Reads the manifest that a request carries, and no more of it than a manifest may have.</summary>
public static class ManifestBody
{
    // Types that a page in a browser can't send to another site without asking that site first; text/plain is one that it can.
    private static readonly string[] Types =
        ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "application/json"];

    /// <summary>The manifest's bytes.</summary>
    /// <exception cref="ApiException">They are not said to be a manifest, or they are too many.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequestData request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireType(request.Header("Content-Type"));
        if (request.Header("Content-Encoding") is { } encoding and not "identity")
        {
            throw new ApiException(
                ProblemKind.UnsupportedContent, $"the body's Content-Encoding is '{Shown.Text(encoding)}'; allowed is a manifest as it is, not packed");
        }

        if (long.TryParse(request.Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var announced)
            && announced > ManifestParser.MaxBytes)
            throw TooLarge($"{announced.ToString(CultureInfo.InvariantCulture)} bytes");

        // A length may be missing, or a lie.
        var bytes = new byte[ManifestParser.MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length <= ManifestParser.MaxBytes
            ? bytes[..length]
            : throw TooLarge($"more than {ManifestParser.MaxBytes.ToString(CultureInfo.InvariantCulture)} bytes");
    }

    private static void RequireType(string? header)
    {
        if (MediaTypeHeaderValue.TryParse(header, out var type) && Types.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase))
            return;
        throw new ApiException(
            ProblemKind.UnsupportedContent,
            $"the body's Content-Type is {(header is null ? "missing" : $"'{Shown.Text(header)}'")}; allowed: {string.Join(", ", Types)}");
    }

    private static ApiException TooLarge(string seen) => new(
        ProblemKind.ManifestTooLarge,
        $"the manifest has {seen}; at most {ManifestParser.MaxBytes.ToString(CultureInfo.InvariantCulture)} are allowed");
}
