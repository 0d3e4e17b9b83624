using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Writes a texture's size as its text.</summary>
internal sealed class TextureSizeJsonConverter() : TextValueConverter<TextureSize>(TextureSizeText.Parse);
