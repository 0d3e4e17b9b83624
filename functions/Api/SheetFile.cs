using System.Text.RegularExpressions;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Api;

/// <summary>The files of a sweep that links are made to: the pages of its sheet, and its report.</summary>
public static partial class SheetFile
{
    /// <summary>What is allowed, to be read after "allowed: ".</summary>
    public const string Allowed = "sheet.png, sheet-2.png and so on, index.html";

    private const string FirstPage = "sheet.png";

    /// <summary>A file's name among a sweep's results; the sheet's first page where none is named.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="file">What the request says.</param>
    /// <exception cref="ApiException">It is none of those files.</exception>
    public static string NameOf(string sweep, string? file)
    {
        var wanted = string.IsNullOrEmpty(file) ? FirstPage : file;
        return Form().IsMatch(wanted)
            ? $"{sweep}/{wanted}"
            : throw new ApiException(
                ProblemKind.InvalidParameter,
                $"file is '{Shown.Text(wanted)}'; allowed are files of {StoreLayout.ResultsContainer}/{sweep}: {Allowed}");
    }

    [GeneratedRegex(@"^(sheet(-([2-9]|[1-9][0-9]{1,4}))?\.png|index\.html)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
