using System.Net;
using System.Text.Json;

namespace NeuralStyle.Functions.Api;

/// <summary>What was wrong with a request, as RFC 9457 has it: what was wrong, the value seen, what is allowed.</summary>
/// <param name="Kind">What kind of trouble it is.</param>
/// <param name="Detail">What a person reads.</param>
public sealed record ApiProblem(ProblemKind Kind, string Detail)
{
    /// <summary>The document's content type.</summary>
    public const string ContentType = "application/problem+json";

    private const string TypePrefix = "urn:neuralstyle:problem:";

    /// <summary>Every single thing that is wrong, where there may be several.</summary>
    public IReadOnlyList<ManifestError>? Errors { get; init; }

    /// <summary>The status code of the answer.</summary>
    public HttpStatusCode StatusCode => Kind switch
    {
        ProblemKind.InvalidName or ProblemKind.InvalidParameter or ProblemKind.InvalidManifest => HttpStatusCode.BadRequest,
        ProblemKind.UnsupportedContent => HttpStatusCode.UnsupportedMediaType,
        ProblemKind.ManifestTooLarge => HttpStatusCode.RequestEntityTooLarge,
        ProblemKind.NotFound => HttpStatusCode.NotFound,
        ProblemKind.NotPossible => HttpStatusCode.Conflict,
        ProblemKind.PreconditionFailed => HttpStatusCode.PreconditionFailed,
        ProblemKind.StorageUnavailable => HttpStatusCode.ServiceUnavailable,
        _ => HttpStatusCode.InternalServerError,
    };

    /// <summary>The document.</summary>
    public ProblemDocument ToDocument() => new(
        $"{TypePrefix}{JsonNamingPolicy.KebabCaseLower.ConvertName(Kind.ToString())}", TitleOf(Kind), (int)StatusCode, Detail, Errors);

    private static string TitleOf(ProblemKind kind) => kind switch
    {
        ProblemKind.InvalidName => "Not a name of a sweep",
        ProblemKind.InvalidParameter => "A parameter is not allowed",
        ProblemKind.UnsupportedContent => "Not the content of a manifest",
        ProblemKind.ManifestTooLarge => "The manifest is too large",
        ProblemKind.InvalidManifest => "The manifest can't be run",
        ProblemKind.NotFound => "Not found",
        ProblemKind.NotPossible => "Not possible now",
        ProblemKind.PreconditionFailed => "The manifest is of another version",
        ProblemKind.LinkRefused => "No link can be signed",
        _ => "Storage does not answer",
    };
}
