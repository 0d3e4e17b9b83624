using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Writes names of images as their text.</summary>
internal sealed class ImageNamesJsonConverter() : TextValueConverter<ImageNames>(ImageNamesText.Parse);
