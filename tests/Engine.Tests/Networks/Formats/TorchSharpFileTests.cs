using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;

namespace NeuralStyle.Engine.Tests.Networks.Formats;

public class TorchSharpFileTests
{
    // One tensor "w" of float32 [1, 2]: 1.5, -2; and one "n" of int64 []: 300 by hand, from the format's description.
    private static readonly byte[] Sample =
    [
        2,
        1, (byte)'w', 6, 2, 1, 2, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0,
        1, (byte)'n', 4, 0, 44, 1, 0, 0, 0, 0, 0, 0,
    ];

    [Fact]
    public void Parse_Sample_GivesItsTensors()
    {
        var file = TensorFiles.Parse("f", Sample);

        Assert.Equal(WeightsFormat.TorchSharp, file.Format);
        Assert.Equal(["n", "w"], file.Names);
        Assert.Equal([1L, 2], file.ShapeOf("w"));
        Assert.Equal([1.5f, -2], file.ReadSingles("w"));
        Assert.Equal("int64", file.TypeOf("n"));
        Assert.Contains("int64", Assert.Throws<WeightsException>(() => file.ReadSingles("n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Tensor_WritesTheBytesOfTheFormat() =>
        Assert.Equal([1, .. Sample[1..15]], TorchSharpFile.Write([new NamedTensor("w", [1, 2], [1.5f, -2])], NumberType.Float32));

    [Fact]
    public void Write_LongNamesAndSizes_AreReadBack()
    {
        var name = new string('x', 300);
        var values = Enumerable.Range(0, 1000).Select(i => (float)i).ToArray();

        var file = TorchSharpFile.Parse("f", TorchSharpFile.Write([new NamedTensor(name, [1000], values)], NumberType.Float16));

        Assert.Equal("float16", file.TypeOf(name));
        Assert.Equal(values, file.ReadSingles(name));
    }

    [Fact]
    public void Parse_CutShortAnywhereOrWithMore_Throws()
    {
        for (var length = 0; length < Sample.Length; length++)
            Assert.Throws<WeightsException>(() => TensorFiles.Parse("f", Sample.AsMemory(0, length)));
        Assert.Contains("1 bytes follow", Assert.Throws<WeightsException>(() => TensorFiles.Parse("f", (byte[])[.. Sample, 0])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0 }, "number of tensors")]
    [InlineData(new byte[] { 1, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0 }, "name's length")]
    [InlineData(new byte[] { 1, 1, 97, 99, 0, 0, 0, 0 }, "type")]
    [InlineData(new byte[] { 1, 1, 97, 6, 200, 1, 0, 0 }, "rank")]
    [InlineData(new byte[] { 1, 1, 97, 6, 3, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0 }, "takes")]
    public void Parse_AbsurdNumbers_ThrowSayingWhich(byte[] file, string expected)
    {
        var exception = Assert.Throws<WeightsException>(() => TensorFiles.Parse("f", file));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
