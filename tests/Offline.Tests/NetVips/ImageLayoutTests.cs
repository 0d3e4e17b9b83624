using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class ImageLayoutTests
{
    [Fact]
    public void Arrayjoin_FourColors_PutsThemInAGridWithGaps()
    {
        using var a = TestImages.Plain(2, 2, 1);
        using var b = TestImages.Plain(2, 2, 2);
        using var c = TestImages.Plain(2, 2, 3);
        using var d = TestImages.Plain(2, 2, 4);

        using var grid = Image.Arrayjoin([a, b, c, d], across: 2, shim: 1, background: [9]);

        Assert.Equal((5, 5), (grid.Width, grid.Height));
        Assert.Equal([1, 2, 3, 4, 9], new[] { grid[0, 0][0], grid[3, 0][0], grid[0, 3][0], grid[4, 4][0], grid[2, 2][0] });
    }

    [Fact]
    public void Insert_BeyondTheEdge_ExpandsWithTheBackground()
    {
        using var below = TestImages.Plain(3, 2, 1);
        using var above = TestImages.Plain(2, 2, 5);

        using var both = below.Insert(above, 2, 1, expand: true, background: [7]);

        Assert.Equal((4, 3), (both.Width, both.Height));
        Assert.Equal([1, 1, 1, 7, 1, 1, 5, 5, 7, 7, 5, 5], both.WriteToMemory<byte>());
    }

    [Fact]
    public void Embed_White_SurroundsTheImage()
    {
        using var image = TestImages.Plain(1, 1, 3);

        using var framed = image.Embed(1, 0, 3, 1, extend: Enums.Extend.White);

        Assert.Equal([255, 3, 255], framed.WriteToMemory<byte>());
    }

    [Fact]
    public void Gravity_SouthEast_PutsTheImageInTheCorner()
    {
        using var image = TestImages.Plain(1, 1, 3);

        using var framed = image.Gravity(Enums.CompassDirection.SouthEast, 2, 2, extend: Enums.Extend.Background, background: [8]);

        Assert.Equal([8, 8, 8, 3], framed.WriteToMemory<byte>());
    }

    [Fact]
    public void Join_Vertical_StacksTheImages()
    {
        using var top = TestImages.Plain(2, 1, 1);
        using var bottom = TestImages.Plain(2, 1, 2);

        using var both = top.Join(bottom, Enums.Direction.Vertical);

        Assert.Equal([1, 1, 2, 2], both.WriteToMemory<byte>());
    }

    [Fact]
    public void Crop_Part_KeepsItsPixels()
    {
        using var ramp = TestImages.Ramp();

        using var part = ramp.Crop(1, 2, 2, 1);

        Assert.Equal([50, 51, 52, 60, 61, 62], part.WriteToMemory<byte>());
    }

    [Fact]
    public void Composite_TwoOverlays_LieWhereTheArraysSay()
    {
        using var white = TestImages.Plain(4, 1, 255, 255, 255);
        using var red = TestImages.Plain(1, 1, 255, 0, 0, 255);
        using var blue = TestImages.Plain(1, 1, 0, 0, 255, 255);

        using var all = white.Composite([red, blue], [Enums.BlendMode.Over, Enums.BlendMode.Over], x: [1, 3], y: [0, 0]);

        Assert.Equal([255, 255, 255, 255], all[0, 0]);
        Assert.Equal([255, 0, 0, 255], all[1, 0]);
        Assert.Equal([0, 0, 255, 255], all[3, 0]);
    }

    [Fact]
    public void Composite2_HalfTransparent_MixesBoth()
    {
        using var white = TestImages.Plain(1, 1, 255, 255, 255);
        using var black = TestImages.Plain(1, 1, 0, 0, 0, 128);

        using var mixed = white.Composite2(black, Enums.BlendMode.Over);

        Assert.InRange(mixed[0, 0][0], 126, 128);
    }

    [Theory]
    [InlineData(1, Enums.Angle.D0, false)]
    [InlineData(3, Enums.Angle.D180, false)]
    [InlineData(5, Enums.Angle.D90, true)]
    [InlineData(6, Enums.Angle.D90, false)]
    [InlineData(8, Enums.Angle.D270, false)]
    public void Autorot_Orientation_ReportsTheTurn(int orientation, Enums.Angle angle, bool flip)
    {
        using var ramp = TestImages.Ramp(4, 2);
        using var tagged = ramp.Mutate(image => image.Set(NetVips.NetVips.TypeFromName("gint"), "orientation", orientation));

        using var upright = tagged.Autorot(out var turned, out var flipped);

        Assert.Equal((angle, flip), (turned, flipped));
        Assert.Equal(orientation >= 5 ? (2, 4) : (4, 2), (upright.Width, upright.Height));
    }

    [Fact]
    public void Resize_TwoScales_ChangesBothSides()
    {
        using var image = TestImages.Plain(30, 30, 5, 6, 7);

        using var resized = image.Resize(0.5, kernel: Enums.Kernel.Lanczos3, vscale: 2);

        Assert.Equal((15, 60), (resized.Width, resized.Height));
        Assert.Equal([5, 6, 7], resized[7, 30]);
    }

    [Fact]
    public void ThumbnailImage_Force_BreaksTheProportions()
    {
        using var image = TestImages.Plain(30, 10, 5, 6, 7);

        using var small = image.ThumbnailImage(8, height: 9, size: Enums.Size.Force);

        Assert.Equal((8, 9), (small.Width, small.Height));
    }
}
