namespace NeuralStyle.Functions.Trials;

/// <summary>The file that a trial gives beside image.png.</summary>
/// <param name="Name">Its name in the trial's folder, e.g. <c>output.tif</c>.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record OutputFile(string Name, byte[] Bytes, string ContentType);
