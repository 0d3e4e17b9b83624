using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class ImageTextTests
{
    [Fact]
    public void Text_Word_IsAMaskWithInkAndPaper()
    {
        using var text = Image.Text("styleWeight", font: "DejaVu Sans 12", dpi: 96);

        var values = text.WriteToMemory<byte>();
        Assert.Equal(1, text.Bands);
        Assert.Contains((byte)255, values);
        Assert.Contains((byte)0, values);
    }

    [Fact]
    public void Text_HigherResolution_IsLarger()
    {
        using var small = Image.Text("relu4_2", dpi: 72);
        using var large = Image.Text("relu4_2", dpi: 144);

        Assert.InRange(large.Width, 1.8 * small.Width, 2.2 * small.Width);
    }

    [Fact]
    public void Text_WithBox_ReportsTheResolutionThatFits()
    {
        using var text = Image.Text("fits", out var resolution, font: "DejaVu Sans", width: 200, height: 50);

        Assert.True(resolution > 72, $"{resolution} dpi");
        Assert.InRange(text.Width, 1, 200);
        Assert.InRange(text.Height, 1, 50);
    }

    [Fact]
    public void Text_Rgba_TakesColorsFromMarkup()
    {
        using var text = Image.Text("<span foreground='#ff0000'>█</span>", font: "DejaVu Sans 20", rgba: true);

        Assert.Equal(4, text.Bands);
        Assert.Equal([255, 0, 0, 255], text[text.Width / 2, text.Height / 2]);
    }
}
