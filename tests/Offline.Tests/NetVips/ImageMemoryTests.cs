using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetVips;

namespace NeuralStyle.Offline.Tests.NetVipsStandIn;

public sealed class ImageMemoryTests
{
    [Fact]
    public void NewFromMemory_Floats_ReadsBackEqual()
    {
        float[] numbers = [0.25f, -1, 3.5f, 1e9f, 0, 7];

        using var image = Image.NewFromMemory(numbers, 3, 1, 2, Enums.BandFormat.Float);

        Assert.Equal((3, 1, 2, Enums.BandFormat.Float), (image.Width, image.Height, image.Bands, image.Format));
        Assert.Equal(numbers, image.WriteToMemory<float>());
    }

    [Fact]
    public void NewFromMemory_TooFewNumbers_ThrowsWithTheTextOfLibvips()
    {
        var error = Assert.Throws<VipsException>(() => Image.NewFromMemory(new byte[5], 2, 1, 3, Enums.BandFormat.Uchar));

        Assert.StartsWith("unable to make image from memory", error.Message, StringComparison.Ordinal);
        Assert.Contains("memory area too small", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewFromMemory_ImageDisposed_LetsTheArrayGo()
    {
        var array = UseAndForget();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(array.IsAlive);
    }

    [Fact]
    public void NewFromMemory_ArrayCollectable_StaysReadableThroughDerivedImages()
    {
        using var derived = Derive();

        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

        Assert.Equal(3.0, derived.Avg());
    }

    [Fact]
    public void NewFromMemoryCopy_SourceChanged_KeepsTheOldPixels()
    {
        byte[] pixels = [1, 2, 3, 4];

        using var image = Image.NewFromMemoryCopy<byte>(pixels, 2, 2, 1, Enums.BandFormat.Uchar);
        pixels[0] = 99;

        Assert.Equal([1, 2, 3, 4], image.WriteToMemory<byte>());
    }

    [Fact]
    public void WriteToMemory_Pointer_GivesSizeAndBytes()
    {
        using var image = TestImages.Plain(2, 1, 7, 8, 9);

        var memory = image.WriteToMemory(out var size);
        var bytes = new byte[size];
        Marshal.Copy(memory, bytes, 0, bytes.Length);
        NetVips.NetVips.Free(memory);

        Assert.Equal([7, 8, 9, 7, 8, 9], bytes);
    }

    [Fact]
    public void CopyMemory_Computed_HasTheSamePixels()
    {
        using var ramp = TestImages.Ramp();
        using var inverted = ramp.Invert();

        using var copy = inverted.CopyMemory();

        Assert.Equal(inverted.WriteToMemory<byte>(), copy.WriteToMemory<byte>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndForget()
    {
        var pixels = new byte[300];
        using var image = Image.NewFromMemory(pixels, 10, 10, 3, Enums.BandFormat.Uchar);
        Assert.Equal(300, image.WriteToMemory<byte>().Length);
        return new WeakReference(pixels);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Image Derive()
    {
        var pixels = new byte[100_000];
        Array.Fill(pixels, (byte)3);
        using var image = Image.NewFromMemory(pixels, 1000, 100, 1, Enums.BandFormat.Uchar);
        return image.Copy();
    }
}
