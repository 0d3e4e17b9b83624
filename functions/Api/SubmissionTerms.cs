namespace NeuralStyle.Functions.Api;

/// <summary>When a submitted manifest is to be taken.</summary>
/// <param name="Replaces">
/// The version of the manifest (<c>manifestETag</c> of the status) in whose place alone it is taken; <see cref="None"/> where none is to be there,
/// <see cref="Any"/> where one is to be; null for whatever is there.
/// </param>
/// <param name="Again">Whether to run the same manifest once more, such as after its images were replaced.</param>
public sealed record SubmissionTerms(string? Replaces, bool Again)
{
    /// <summary>Where no manifest is there.</summary>
    public const string None = "none";

    /// <summary>In the place of whatever is there.</summary>
    public const string Any = "any";

    /// <summary>Whether a manifest may take the place of the version that is there; null where none is.</summary>
    public bool Allow(string? etag) => Replaces switch
    {
        null => true,
        None => etag is null,
        Any => etag is not null,
        _ => etag == Replaces,
    };
}
