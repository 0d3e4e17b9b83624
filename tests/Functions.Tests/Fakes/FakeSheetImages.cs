using NeuralStyle.Functions.Sheets;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Gives every image as it is, as long as it is a PNG.</summary>
public sealed class FakeSheetImages : ISheetImages
{
    public byte[]? Thumbnail(string name, ReadOnlyMemory<byte> file, int longestSide) =>
        file.Length > 4 && file.Span[1] == 'P' ? file.ToArray() : null;
}
