using System.Security.Cryptography;
using System.Text;

namespace NeuralStyle.Plan.Reports.Html;

/// <summary>
/// The page's content security policy: its own script and style by their hashes, images that it carries or that lie beside it, and nothing
/// else at all.
/// </summary>
internal static class ContentPolicy
{
    /// <summary>The policy's text.</summary>
    /// <param name="style">The text between the style tags.</param>
    /// <param name="script">The text between the script tags.</param>
    public static string For(string style, string script) =>
        $"default-src 'none'; img-src blob: 'self'; connect-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
