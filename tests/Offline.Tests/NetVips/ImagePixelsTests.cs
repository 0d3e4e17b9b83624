using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class ImagePixelsTests
{
    [Fact]
    public void Operators_NumbersArraysAndImages_Calculate()
    {
        using var two = TestImages.Plain(1, 1, 2, 4);
        using var three = TestImages.Plain(1, 1, 3, 5);

        Assert.Equal([5, 9], Pixel(two + three));
        Assert.Equal([-1, -1], Pixel(two - three));
        Assert.Equal([6, 20], Pixel(two * three));
        Assert.Equal([1.5, 1.25], Pixel(three / two));
        Assert.Equal([2.5, 4.5], Pixel(two + 0.5));
        Assert.Equal([1, 3], Pixel(two - 1));
        Assert.Equal([6, 12], Pixel(two * 3));
        Assert.Equal([1, 2], Pixel(two / 2));
        Assert.Equal([12, 24], Pixel(two + new double[] { 10, 20 }));
        Assert.Equal([1, 1], Pixel(two - new double[] { 1, 3 }));
        Assert.Equal([4, 12], Pixel(two * new double[] { 2, 3 }));
        Assert.Equal([1, 1], Pixel(two / new double[] { 2, 4 }));
    }

    [Fact]
    public void Linear_IntoBytes_Clips()
    {
        using var image = TestImages.Plain(1, 1, 100);

        Assert.Equal([255], Pixel(image.Linear([3], [10], uchar: true)));
    }

    [Fact]
    public void Cast_WithShift_ScalesToTheWiderFormat()
    {
        using var image = TestImages.Plain(1, 1, 128);

        Assert.Equal([128 * 256], Pixel(image.Cast(Enums.BandFormat.Ushort, shift: true)));
    }

    [Fact]
    public void Colourspace_GrayToColor_HasThreeEqualBands()
    {
        using var image = TestImages.Plain(1, 1, 77);

        Assert.Equal([77, 77, 77], Pixel(image.Colourspace(Enums.Interpretation.Srgb)));
    }

    [Fact]
    public void Bandjoin_AllKindsOfArguments_AppendsThem()
    {
        using var one = TestImages.Plain(1, 1, 1);
        using var two = TestImages.Plain(1, 1, 2);

        Assert.Equal([1, 7], Pixel(one.Bandjoin(7)));
        Assert.Equal([1, 7, 8], Pixel(one.Bandjoin(7.0, 8.0)));
        Assert.Equal([1, 2, 2], Pixel(one.Bandjoin(two, two)));
        Assert.Equal([1, 2, 9], Pixel(one.Bandjoin((object)two, 9)));
    }

    [Fact]
    public void ExtractBand_Several_AndIndexers_Agree()
    {
        using var ramp = TestImages.Ramp();

        Assert.Equal([31, 32], Pixel(ramp.ExtractBand(1, n: 2), 1, 1));
        Assert.Equal([32], Pixel(ramp[2], 1, 1));
        Assert.Null(ramp[3]);
        Assert.Equal([30, 31, 32], ramp[1, 1]);
    }

    [Fact]
    public void Flatten_OverWhite_LosesAlpha()
    {
        using var clear = TestImages.Plain(1, 1, 0, 0, 0, 0);
        using var opaque = TestImages.Plain(1, 1, 9, 8, 7, 255);

        Assert.True(clear.HasAlpha());
        Assert.Equal([255, 255, 255], Pixel(clear.Flatten(background: [255, 255, 255])));
        Assert.Equal([9, 8, 7], Pixel(opaque.Flatten(background: [255, 255, 255])));
    }

    [Fact]
    public void Premultiply_AndBack_KeepsTheColor()
    {
        using var image = TestImages.Plain(1, 1, 200, 100, 50, 128);

        using var premultiplied = image.Premultiply();

        Assert.InRange(premultiplied[0, 0][0], 100, 101);
        Assert.Equal(200, Pixel(premultiplied.Unpremultiply())[0], 3);
    }

    [Fact]
    public void IccTransform_RedFromP3_IsOutsideSrgb()
    {
        using var red = TestImages.Plain(1, 1, 255, 0, 0);
        using var muted = TestImages.Plain(1, 1, 180, 90, 60);

        Assert.Equal([255, 0, 0], Pixel(red.IccTransform("srgb", inputProfile: "p3")));
        Assert.True(Pixel(muted.IccTransform("srgb", inputProfile: "p3"))[0] > 184);
    }

    [Fact]
    public void IccImportAndExport_SameProfile_ReturnTheColor()
    {
        using var image = TestImages.Plain(1, 1, 180, 90, 60);

        using var lab = image.IccImport(pcs: Enums.PCS.Lab, intent: Enums.Intent.Relative, inputProfile: "srgb");
        var back = Pixel(lab.IccExport(outputProfile: "srgb", intent: Enums.Intent.Relative));

        Assert.Equal(Enums.Interpretation.Lab, lab.Interpretation);
        Assert.All(back.Zip([180.0, 90, 60]), pair => Assert.InRange(pair.First, pair.Second - 1, pair.Second + 1));
    }

    [Fact]
    public void Statistics_TwoValues_AreThoseOfTheNumbers()
    {
        using var image = Image.NewFromMemory(new byte[] { 10, 20, 10, 20 }, 2, 2, 1, Enums.BandFormat.Uchar);
        using var stats = image.Stats();
        using var histogram = image.HistFind();

        Assert.Equal(15, image.Avg());
        Assert.Equal(5.7735, image.Deviate(), 3);
        Assert.Equal((10, 20), (stats[0, 0][0], stats[1, 0][0]));
        Assert.Equal((2, 0, 2), (histogram[10, 0][0], histogram[15, 0][0], histogram[20, 0][0]));
    }

    [Fact]
    public void HistMatch_SameCumulativeHistogram_IsTheIdentity()
    {
        var counts = Enumerable.Range(0, 256).Select(i => (uint)i).ToArray();
        using var raw = Image.NewFromMemory(counts, 256, 1, 1, Enums.BandFormat.Uint);
        using var histogram = raw.Copy(interpretation: Enums.Interpretation.Histogram);

        using var table = histogram.HistMatch(histogram);

        Assert.Equal((0, 100, 255), (table[0, 0][0], table[100, 0][0], table[255, 0][0]));
    }

    [Fact]
    public void RintAndInvert_Numbers_RoundAndMirror()
    {
        using var image = Image.NewFromMemory(new[] { 1.6f }, 1, 1, 1, Enums.BandFormat.Float);
        using var bytes = TestImages.Plain(1, 1, 5);

        Assert.Equal([2], Pixel(image.Rint()));
        Assert.Equal([250], Pixel(bytes.Invert()));
    }

    private static double[] Pixel(Image image, int x = 0, int y = 0)
    {
        using (image)
            return image.Getpoint(x, y);
    }
}
