using System.IO.Compression;
using System.Runtime.InteropServices;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;

namespace NeuralStyle.Engine.Tests.Networks.Formats;

public class TorchFileTests
{
    private static readonly TorchSample Whole = TorchSample.Of("a", "0", [2, 3], [1, 2, 3, 4, 5, 6]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parse_StateDict_GivesItsTensors(bool legacy)
    {
        // Two views of one storage, the second transposed and from the third number on.
        var view = Whole with { Name = "b", Offset = 2, Shape = [2, 2], Strides = [1, 2] };

        var file = TensorFiles.Parse("f", Make(legacy, Whole, view));

        Assert.Equal(legacy ? WeightsFormat.TorchLegacy : WeightsFormat.TorchZip, file.Format);
        Assert.Equal(["a", "b"], file.Names);
        Assert.Equal([2L, 3], file.ShapeOf("a"));
        Assert.Equal("float32", file.TypeOf("a"));
        Assert.Equal([1f, 2, 3, 4, 5, 6], file.ReadSingles("a"));
        Assert.Equal([3f, 5, 4, 6], file.ReadSingles("b"));
    }

    [Theory]
    [InlineData("HalfStorage", "float16")]
    [InlineData("BFloat16Storage", "bfloat16")]
    [InlineData("DoubleStorage", "float64")]
    public void ReadSingles_OtherNumbers_Converts(string storage, string type)
    {
        byte[] bytes = storage switch
        {
            "HalfStorage" => MemoryMarshal.AsBytes<Half>([(Half)0.5, (Half)(-3)]).ToArray(),
            "BFloat16Storage" => MemoryMarshal.AsBytes<ushort>([0x3F00, 0xC040]).ToArray(),
            _ => MemoryMarshal.AsBytes<double>([0.5, -3]).ToArray(),
        };
        var sample = new TorchSample("a", "0", storage, bytes, 2, 0, [2], [1]);

        foreach (var legacy in (bool[])[true, false])
        {
            var file = TensorFiles.Parse("f", Make(legacy, sample));
            Assert.Equal(type, file.TypeOf("a"));
            Assert.Equal([0.5f, -3], file.ReadSingles("a"));
        }
    }

    [Theory]
    [InlineData("_rebuild_parameter", "torch._utils")]
    [InlineData("Parameter", "torch.nn.parameter")]
    public void Parse_Parameter_IsItsTensor(string name, string module)
    {
        var pickle = new PickleWriter().Op('}').Text("a")
            .Global(module, name).Op('(').Tensor(Whole, legacy: false).Raw(0x88).Global("collections", "OrderedDict").Op(')').Op('R').Op('t').Op('R')
            .Op('s').Op('.').Bytes;

        var file = TensorFiles.Parse("f", TorchFiles.Zip(pickle, [("data/0", Whole.Bytes)]));

        Assert.Equal([1f, 2, 3, 4, 5, 6], file.ReadSingles("a"));
    }

    [Fact]
    public void Parse_OldTensorsOfPythonTwo_AreRead()
    {
        // OrderedDict([[name, tensor]]) with texts as byte strings, and the maker of before PyTorch 0.4, which has no hooks.
        var pickle = new PickleWriter().Global("collections", "OrderedDict").Op(']').Op(']')
            .Raw((byte)'U', 1, (byte)'a').Op('a')
            .Global("torch._utils", "_rebuild_tensor").Op('(').Storage("FloatStorage", "0", 6, legacy: true).Number(0).Tuple(6).Tuple(1).Op('t').Op('R')
            .Op('a').Op('a').Raw(0x85).Op('R').Op('.').Bytes;

        var file = TensorFiles.Parse("f", TorchFiles.Legacy(pickle, [Whole]));

        Assert.Equal([1f, 2, 3, 4, 5, 6], file.ReadSingles("a"));
    }

    [Fact]
    public void Parse_StateDictBesideOtherThings_IsFound()
    {
        var state = new PickleWriter().Op('}').Text("epoch").Number(7).Op('s').Text("state_dict");
        var pickle = state.Raw(new PickleWriter().StateDict([Whole], legacy: false).Bytes.AsSpan(2)[..^1]).Op('s').Op('.').Bytes;

        Assert.Equal(["a"], TensorFiles.Parse("f", TorchFiles.Zip(pickle, [("data/0", Whole.Bytes)])).Names);
    }

    [Theory]
    [InlineData(7, 2, 0, "strides [3, 1] and offset 0 reaches beyond its storage of 6 numbers")]
    [InlineData(2, 3, 1, "offset 1 reaches beyond")]
    [InlineData(2, -3, 0, "nothing negative")]
    [InlineData(1L << 40, 1L << 40, 0, "reaches beyond")]
    public void Parse_TensorBeyondItsStorage_Throws(long rows, long columns, long offset, string expected)
    {
        foreach (var legacy in (bool[])[true, false])
        {
            var exception = Assert.Throws<WeightsException>(
                () => TensorFiles.Parse("f", Make(legacy, Whole with { Shape = [rows, columns], Offset = offset })));
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parse_ViewThatRepeatsNumbers_Throws()
    {
        // Stride 0: a terabyte out of one number.
        var exception = Assert.Throws<WeightsException>(
            () => TensorFiles.Parse("f", TorchFiles.Zip(Whole with { Shape = [1L << 40], Strides = [0] })));

        Assert.Contains("beyond its storage of 6 numbers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadSingles_StorageOfAnotherLength_Throws()
    {
        var zip = TensorFiles.Parse("f", TorchFiles.Zip(Whole with { Count = 1L << 50 }));
        Assert.Contains("has 24 bytes where 4503599627370496 belong", Assert.Throws<WeightsException>(() => zip.ReadSingles("a")).Message, StringComparison.Ordinal);

        var exception = Assert.Throws<WeightsException>(() => TensorFiles.Parse("f", TorchFiles.Legacy(Whole with { Count = 1L << 61 })));
        Assert.Contains("cut short: storage '0'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parse_CutShortAnywhere_ThrowsWeightsException(bool legacy)
    {
        var whole = Make(legacy, Whole);

        for (var length = 0; length < whole.Length; length++)
        {
            var part = whole.AsMemory(0, length).ToArray();
            Assert.Throws<WeightsException>(() => TensorFiles.Parse("f", part).ReadSingles("a"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parse_AnyByteChanged_ReadsOrThrowsWeightsException(bool legacy)
    {
        var whole = Make(legacy, Whole);
        for (var i = 0; i < whole.Length; i++)
        {
            foreach (var change in (byte[])[0x01, 0x80, 0xFF])
            {
                var changed = whole.ToArray();
                changed[i] ^= change;
                try
                {
                    var file = TensorFiles.Parse("f", changed);
                    foreach (var name in file.Names)
                        Assert.InRange(file.ReadSingles(name).Length, 0, 12);
                }
                catch (WeightsException)
                {
                    // What it should be; anything else fails the test.
                }
            }
        }
    }

    [Fact]
    public void Parse_CompressedEntries_AreRefused()
    {
        var pickle = new PickleWriter().StateDict([Whole], legacy: false).Bytes;

        var exception = Assert.Throws<WeightsException>(
            () => TensorFiles.Parse("f", TorchFiles.Zip(pickle, [("data/0", new byte[100_000])], CompressionLevel.Optimal)));

        Assert.Contains("compressed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TorchScriptOrBigEndianOrOtherZip_SaysWhatItIs()
    {
        var pickle = new PickleWriter().StateDict([Whole], legacy: false).Bytes;

        Assert.Contains("TorchScript", Refusal(TorchFiles.Zip(pickle, [("constants.pkl", [])])), StringComparison.Ordinal);
        Assert.Contains("holds no tensors by name", Refusal(TorchFiles.Zip(new PickleWriter().Op('}').Op('.').Bytes, [])), StringComparison.Ordinal);
        Assert.Contains("holds no tensors by name", Refusal(TorchFiles.Zip(new PickleWriter().Tensor(Whole, legacy: false).Op('.').Bytes, [])), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] file) => Assert.Throws<WeightsException>(() => TensorFiles.Parse("f", file)).Message;

    private static byte[] Make(bool legacy, params TorchSample[] samples) => legacy ? TorchFiles.Legacy(samples) : TorchFiles.Zip(samples);
}
