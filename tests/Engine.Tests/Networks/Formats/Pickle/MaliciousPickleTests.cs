using System.Text;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Networks.Formats;

namespace NeuralStyle.Engine.Tests.Networks.Formats.Pickle;

public sealed class MaliciousPickleTests : IDisposable
{
    private readonly string _marker = Path.Combine(Path.GetTempPath(), $"nst-pickle-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(_marker);

    [Theory]
    [InlineData("os", "system")]
    [InlineData("posix", "system")]
    [InlineData("subprocess", "Popen")]
    [InlineData("builtins", "eval")]
    [InlineData("torch.hub", "load")]
    [InlineData("torch._utils", "_rebuild_tensor_v2.__globals__")]
    public void Parse_PickleThatRunsSomething_IsRefusedByNameAndNothingRuns(string module, string name)
    {
        // GLOBAL os system, ('touch marker',), REDUCE: what torch.load without weights_only would run.
        var reduced = new PickleWriter().Global(module, name).Text($"touch {_marker}").Raw(0x85).Op('R').Op('.').Bytes;
        // The same by the two other ways that pickle has to name and apply something.
        var stacked = new PickleWriter().Text(module).Text(name).Raw(0x93).Text($"touch {_marker}").Raw(0x85).Op('R').Op('.').Bytes;
        var instance = new PickleWriter().Op('(').Text($"touch {_marker}").Raw(Encoding.ASCII.GetBytes($"i{module}\n{name}\n")).Op('.').Bytes;

        foreach (var pickle in (byte[][])[reduced, stacked, instance])
        {
            foreach (var file in (byte[][])[TorchFiles.Zip(pickle, []), TorchFiles.Legacy(pickle, []), pickle])
            {
                var exception = Assert.Throws<WeightsException>(() => TensorFiles.Parse("evil.pth", file));
                Assert.Contains($"evil.pth contains {module}.{name}: refused", exception.Message, StringComparison.Ordinal);
            }
        }

        Assert.False(File.Exists(_marker));
    }

    [Fact]
    public void Parse_AllowedNamesAppliedToOtherThings_AreRefused()
    {
        foreach (var (module, name) in ((string, string)[])[("collections", "OrderedDict"), ("torch._utils", "_rebuild_tensor_v2"), ("torch.nn.parameter", "Parameter"), ("torch", "FloatStorage")])
            Refused(new PickleWriter().Global(module, name).Text("x").Raw(0x85).Op('R').Op('.').Bytes);
        // A module as a reference from outside, which carried source code in old files; a state for something that has none.
        Refused(new PickleWriter().Op('(').Text("module").Text("m").Text("file.py").Text("source").Op('t').Op('Q').Op('.').Bytes);
        Refused(new PickleWriter().Global("collections", "OrderedDict").Op('}').Op('b').Op('.').Bytes);
    }

    [Fact]
    public void Parse_AbsurdLengths_AreRefusedWithoutTakingMemory()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Refused([0x80, 2, (byte)'X', 0xFF, 0xFF, 0xFF, 0x7F]); // A text of 2 GiB.
        Refused([0x80, 2, (byte)'T', 0xFF, 0xFF, 0xFF, 0xFF]); // A text of -1 bytes.
        Refused([0x80, 2, 0x8A, 200, 1, 2]); // A number of 200 bytes.
        Refused([0x80, 9, (byte)'.']);
        Refused([0x80, 2, (byte)'.']);
        Refused([0x80, 2, (byte)'h', 5, (byte)'.']);
        Refused([0x80, 2, (byte)'u', (byte)'.']);
        Refused([0x80, 2, 0x82, 1, (byte)'.']); // EXT1: a code registered elsewhere.

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 4 << 20);
    }

    [Fact]
    public void Parse_EndlessOperations_AreCutOff()
    {
        var pickle = new byte[2_000_003];
        Array.Fill(pickle, (byte)'N');
        (pickle[0], pickle[1]) = (0x80, 2);

        Assert.Contains("1000000 operations", Refused(pickle), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DeepNestingAndSelfReference_DoNotOverflow()
    {
        var deep = new PickleWriter();
        for (var i = 0; i < 400_000; i++)
            deep.Op('(');
        Refused(deep.Op('.').Bytes);
        var tuples = new PickleWriter().Op('N');
        for (var i = 0; i < 400_000; i++)
            tuples.Raw(0x85);
        Refused(tuples.Op('.').Bytes);
        // A list that holds itself.
        Refused(new PickleWriter().Op(']').Raw((byte)'q', 0).Raw((byte)'h', 0).Op('a').Op('.').Bytes);
    }

    private static string Refused(byte[] pickle) =>
        Assert.Throws<WeightsException>(() => TensorFiles.Parse("evil.pth", TorchFiles.Zip(pickle, []))).Message;
}
