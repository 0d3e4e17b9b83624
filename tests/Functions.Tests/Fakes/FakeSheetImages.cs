using NeuralStyle.Functions.Sheets;
using NeuralStyle.Plan.Reports;

namespace NeuralStyle.Functions.Tests.Fakes;

/// <summary>Gives every image as it is, as long as it is a PNG.</summary>
public sealed class FakeSheetImages : ISheetImages
{
    public byte[]? Thumbnail(string name, ReadOnlyMemory<byte> file, int longestSide) =>
        file.Length > 4 && file.Span[1] == 'P' ? file.ToArray() : null;

    public ReportPicture? Preview(string name, ReadOnlyMemory<byte> file, int longestSide) =>
        Thumbnail(name, file, longestSide) is { } png ? new ReportPicture(new ReportImage(png, "image/png"), 8, 6, file.Length) : null;
}
