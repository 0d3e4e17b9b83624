namespace NeuralStyle.Plan.Records;

/// <summary>A file and its content's hash.</summary>
/// <param name="Name">Its name within the folder of the document that lists it, e.g. <c>snapshots/10.png</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hex digits.</param>
public sealed record RecordedFile(string Name, string Sha256);
