using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class OperationTests
{
    [Fact]
    public void Call_UnknownOperation_ThrowsNamingIt() =>
        Assert.Contains("no such operation frobnicate",
            Assert.Throws<VipsException>(() => Operation.Call("frobnicate")).Message, StringComparison.Ordinal);

    [Fact]
    public void Call_WrongNumberOfArguments_ThrowsBothNumbers() =>
        Assert.Equal("unable to call black: 1 arguments given, but 2 required",
            Assert.Throws<ArgumentException>(() => Operation.Call("black", 10)).Message);

    [Fact]
    public void Call_UnknownOption_ThrowsNamingIt()
    {
        var error = Assert.Throws<VipsException>(() => Operation.Call("black", new VOption { { "sheen", 2 } }, 10, 10));

        Assert.Contains("black does not support optional argument: sheen", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_MutatingOperationOnAnImage_Throws()
    {
        using var image = TestImages.Ramp();

        Assert.Throws<VipsException>(() => Operation.Call("draw_rect", null, image, new double[] { 1 }, 0, 0, 1, 1));
    }

    [Fact]
    public void Call_ConstantForAnImage_UsesOneOfTheSameSize()
    {
        using var image = TestImages.Plain(2, 1, 4, 6);

        using var sum = (Image)Operation.Call("add", null, image, new double[] { 1, 2 });

        Assert.Equal([5, 8, 5, 8], sum.Cast(Enums.BandFormat.Uchar).WriteToMemory<byte>());
    }

    [Fact]
    public void Block_OneOperation_IsRefusedUntilAllowedAgain()
    {
        using var image = TestImages.Ramp();
        using var before = (Image)Operation.Call("gamma", null, image);

        Operation.Block("VipsGamma", true);
        try
        {
            var error = Assert.Throws<VipsException>(() => Operation.Call("gamma", null, image));
            Assert.Contains("operation is blocked", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Operation.Block("VipsGamma", false);
        }

        using var after = (Image)Operation.Call("gamma", null, image);
        Assert.Equal(before.Width, after.Width);
    }

    [Fact]
    public void GetFlags_LoaderOfMatlabFiles_IsUntrusted()
    {
        using var trusted = Operation.NewFromName("pngload_buffer");
        using var untrusted = Operation.NewFromName("analyzeload");

        Assert.False(trusted.GetFlags().HasFlag(Enums.OperationFlags.UNTRUSTED));
        Assert.True(untrusted.GetFlags().HasFlag(Enums.OperationFlags.UNTRUSTED));
    }
}
