namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class NetVipsTests
{
    [Fact]
    public void Version_AndAtLeast_Agree()
    {
        var (major, minor, patch) = (NetVips.NetVips.Version(0), NetVips.NetVips.Version(1), NetVips.NetVips.Version(2));

        Assert.Equal(8, major);
        Assert.True(NetVips.NetVips.AtLeastLibvips(major, minor, patch));
        Assert.True(NetVips.NetVips.AtLeastLibvips(8, 0));
        Assert.False(NetVips.NetVips.AtLeastLibvips(major, minor + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetVips.NetVips.Version(3));
    }

    [Fact]
    public void Types_NamesAndNumbers_MatchBothWays()
    {
        var image = NetVips.NetVips.TypeFromName("VipsImage");

        Assert.Equal("VipsImage", NetVips.NetVips.TypeName(image));
        Assert.Equal("GObject", NetVips.NetVips.TypeName(NetVips.NetVips.FundamentalType(image)));
        Assert.Equal("invert", NetVips.NetVips.NicknameFind(NetVips.NetVips.TypeFind("VipsOperation", "invert")));
        Assert.Equal(0, NetVips.NetVips.TypeFromName("NoSuchType"));
    }

    [Fact]
    public void Concurrency_Set_ReadsBack()
    {
        var before = NetVips.NetVips.Concurrency;
        try
        {
            NetVips.NetVips.Concurrency = 1;
            Assert.Equal(1, NetVips.NetVips.Concurrency);
        }
        finally
        {
            NetVips.NetVips.Concurrency = before;
        }
    }

    [Fact]
    public void GetOperations_GivesNamesInOrderOnce()
    {
        var names = NetVips.NetVips.GetOperations();

        Assert.Contains("pngload_buffer", names);
        Assert.Contains("add", names);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
    }
}
