using System.Buffers.Binary;
using System.Text;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Safetensors;

namespace NeuralStyle.Engine.Tests.Safetensors;

public class SafetensorsFileTests
{
    [Fact]
    public void ReadSingles_EachFloatType_WidensExactly()
    {
        var data = new byte[4 + 2 + 2 + 8];
        BinaryPrimitives.WriteSingleLittleEndian(data, 1.5f);
        BinaryPrimitives.WriteHalfLittleEndian(data.AsSpan(4), (Half)(-0.25));
        BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(6), 0x3F80); // bfloat16 of 1
        BinaryPrimitives.WriteDoubleLittleEndian(data.AsSpan(8), 7.0);
        var file = SafetensorsFile.Parse("test", File(
            """
            {"__metadata__":{"who":"me"},
             "s":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},
             "h":{"dtype":"F16","shape":[1,1],"data_offsets":[4,6]},
             "b":{"dtype":"BF16","shape":[],"data_offsets":[6,8]},
             "d":{"dtype":"F64","shape":[1],"data_offsets":[8,16]}}
            """,
            data));

        Assert.Equal("me", file.Metadata["who"]);
        Assert.Equal(["b", "d", "h", "s"], file.Names);
        Assert.Equal([1.5f], file.ReadSingles("s"));
        Assert.Equal([-0.25f], file.ReadSingles("h"));
        Assert.Equal([1f], file.ReadSingles("b"));
        Assert.Equal([7f], file.ReadSingles("d"));
        Assert.Equal([1L, 1], file.ShapeOf("h"));
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "[2]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", "2 to 6")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "[-1]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775807,9223372036854775807],"data_offsets":[0,4]}}""", "damaged")]
    [InlineData("""{"a":{"shape":[1]}}""", "damaged")]
    [InlineData("""{"a":""", "damaged")]
    public void Parse_HeaderThatDoesNotFit_ThrowsSayingWhat(string header, string expected)
    {
        var exception = Assert.ThrowsAny<Exception>(() => SafetensorsFile.Parse("test", File(header, new byte[4])));

        Assert.IsType<WeightsException>(exception);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(20)]
    public void Parse_CutShort_Throws(int length)
    {
        var whole = File("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", new byte[4]);

        Assert.Throws<WeightsException>(() => SafetensorsFile.Parse("test", whole.AsMemory(0, length)));
    }

    private static byte[] File(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + text.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)text.Length);
        text.CopyTo(file, 8);
        data.CopyTo(file, 8 + text.Length);
        return file;
    }
}
