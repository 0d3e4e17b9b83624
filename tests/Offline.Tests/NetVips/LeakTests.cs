using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

// Alone, because other tests allocate too and the cache is the process's.
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public sealed class LeakTests
{
    // Each round below handles images of 3 to 12 MB, so that one lost reference a round would show as hundreds of megabytes.
    private const int Rounds = 60;
    private const long AllowedGrowth = 40L << 20;

    [Fact]
    public void LoadConvertSave_ManyRounds_KeepsMemoryFlat()
    {
        var cached = Cache.Max;
        Cache.Max = 0;
        try
        {
            using var source = TestImages.Plain(1000, 1000, 10, 20, 30);
            var png = source.PngsaveBuffer(compression: 1);
            for (var i = 0; i < 10; i++)
                Round(png);
            var before = ResidentBytes();

            for (var i = 0; i < Rounds; i++)
                Round(png);

            var growth = ResidentBytes() - before;
            Assert.Equal(0, Cache.Size);
            Assert.True(growth < AllowedGrowth, $"Resident memory grew by {growth >> 20} MiB.");
        }
        finally
        {
            Cache.Max = cached;
        }
    }

    private static void Round(byte[] png)
    {
        using var loaded = Image.NewFromBuffer(png, access: Enums.Access.Random);
        using var inMemory = loaded.CopyMemory();
        using var pinned = Image.NewFromMemory(inMemory.WriteToMemory<byte>(), 1000, 1000, 3, Enums.BandFormat.Uchar);
        using var floats = pinned.Cast(Enums.BandFormat.Float);
        using var computed = floats.CopyMemory();
        using var grid = Image.Arrayjoin([inMemory, pinned], across: 1);
        using var joined = grid.CopyMemory();
        using var marked = pinned.Mutate(image => image.DrawRect([1, 2, 3], 0, 0, 10, 10, fill: true));
        Assert.Throws<VipsException>(() => inMemory.ExtractArea(0, 0, 2000, 2000));
        Assert.True(joined.JpegsaveBuffer().Length > 0);
        Assert.Equal(20, computed.Avg(), 3);
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
