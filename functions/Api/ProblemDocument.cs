namespace NeuralStyle.Functions.Api;

/// <summary>An answer of type <c>application/problem+json</c> (RFC 9457).</summary>
/// <param name="Type">Names the kind of trouble.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What was wrong this time.</param>
/// <param name="Errors">Each single problem of a manifest.</param>
public sealed record ProblemDocument(string Type, string Title, int Status, string Detail, IReadOnlyList<ManifestError>? Errors);
