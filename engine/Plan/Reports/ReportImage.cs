namespace NeuralStyle.Plan.Reports;

/// <summary>An image that the report carries in itself.</summary>
/// <param name="Bytes">The file's bytes.</param>
/// <param name="MediaType">Its media type: <c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
public sealed record ReportImage(ReadOnlyMemory<byte> Bytes, string MediaType);
