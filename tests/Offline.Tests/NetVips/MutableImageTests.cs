using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class MutableImageTests
{
    [Fact]
    public void Set_NewAndOldItems_AreThereAfterwardsOnly()
    {
        using var image = TestImages.Ramp();

        using var changed = image.Mutate(mutable =>
        {
            mutable.Set(NetVips.NetVips.TypeFromName("gint"), "orientation", 6);
            mutable.Set(NetVips.NetVips.TypeFromName("gchararray"), "note", "größer");
            mutable.Set(NetVips.NetVips.TypeFromName("VipsBlob"), "bytes", new byte[] { 1, 2 });
            mutable.Set("orientation", 8);
        });

        Assert.Equal(8, changed.Get("orientation"));
        Assert.Equal("größer", changed.Get("note"));
        Assert.Equal(new byte[] { 1, 2 }, changed.Get("bytes"));
        Assert.Contains("note", changed.GetFields());
        Assert.False(image.Contains("note"));
    }

    [Fact]
    public void Set_MissingItemWithoutType_Throws()
    {
        using var image = TestImages.Ramp();

        Assert.Throws<ArgumentException>(() => image.Mutate(mutable => mutable.Set("missing", 1)));
    }

    [Fact]
    public void Get_Missing_ThrowsNamingIt()
    {
        using var image = TestImages.Ramp();

        Assert.Contains("missing", Assert.Throws<VipsException>(() => image.Get("missing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawRect_Filled_PaintsTheCopyOnly()
    {
        using var image = TestImages.Plain(3, 1, 1);

        using var painted = image.Mutate(mutable => mutable.DrawRect([9], 1, 0, 2, 1, fill: true));

        Assert.Equal([1, 9, 9], painted.WriteToMemory<byte>());
        Assert.Equal([1, 1, 1], image.WriteToMemory<byte>());
    }
}
