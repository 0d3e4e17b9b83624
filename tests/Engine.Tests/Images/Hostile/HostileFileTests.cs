using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NetVips;
using NeuralStyle.Engine.Images;

namespace NeuralStyle.Engine.Tests.Images.Hostile;

public sealed class HostileFileTests(ITestOutputHelper output)
{
    // A case that hangs is told by its name; the largest takes milliseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly ImageReader Reader = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_MalformedFiles_EachIsAClearErrorOrAPicture()
    {
        var files = Malformed.All().ToList();
        var refused = 0;
        var failures = new List<string>();
        foreach (var file in files)
        {
            var error = await OutcomeAsync(file.Name, file.Bytes);
            refused += error is null ? 0 : 1;
            if (error is not (null or ImageException) || (error is null && !file.MayBeRead) || !(error is null || IsClear(error.Message)))
                failures.Add($"{file.Name}: {error?.ToString() ?? "was read"}");
        }

        output.WriteLine($"{files.Count} files, {refused} refused");
        Assert.Empty(failures);
        Assert.InRange(files.Count, 100, 1000);
        Assert.Equal(files.Count, files.Select(file => file.Name).Distinct().Count());
        var same = files.GroupBy(file => Convert.ToHexString(SHA256.HashData(file.Bytes))).Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(file => file.Name)));
        Assert.Empty(same);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Read_FileWithAnotherBehindIt_IsThatImageAlone(string format)
    {
        var sound = Malformed.Sound(format);
        var expected = Reader.Read("a.bin", sound);

        foreach (var other in (byte[][])[Zip(), "<script>alert(1)</script>"u8.ToArray(), "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), sound])
        {
            // A RIFF says how long it is.
            PictureAssert.Near(expected, Reader.Read("a.bin", [.. sound, .. other]), tolerance: 0);
        }
    }

    [Fact]
    public void Read_JpegWithSvgInItsComment_IsTheJpeg()
    {
        var sound = Malformed.Sound("jpeg");
        byte[] svg = [.. "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8];

        PictureAssert.Near(Reader.Read("a.bin", sound), Reader.Read("a.svg", [0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(svg.Length + 2), .. svg, .. sound[2..]]), tolerance: 0);
    }

    [Fact]
    public void Read_TiffWithZipAndScriptBetweenHeaderAndPixels_IsTheTiff()
    {
        byte[] other = [.. Zip(), .. "<script>alert(1)</script>"u8];
        var pixels = ZeroStream.OfAtLeast(768);
        var file = new TiffParts(16, 16) { Strip = [.. other, .. pixels], Changed = [(273, 4, [16 + (ulong)other.Length]), (279, 4, [(ulong)pixels.Length])] }.ToArray();

        PictureAssert.Near(Reader.Read("a.tif", new TiffParts(16, 16) { Strip = pixels }.ToArray()), Reader.Read("a.html", file), tolerance: 0);
    }

    [Fact]
    public void Read_PngWithScriptsInItsTexts_WritesNoneOfThem()
    {
        var chunks = PngParts.Of(Malformed.Sound("png"));
        var file = PngParts.Join([chunks[0], ("tEXt", [.. "Comment\0<script>alert(1)</script>"u8]), ("eXIf", [.. Malformed.LoopingExif(), .. "GPS of my home"u8]), .. chunks[1..]]);

        var written = Encoding.Latin1.GetString(ImageWriter.Png(Reader.Read("a.png", file)));

        Assert.DoesNotContain("script", written, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", written, StringComparison.Ordinal);
    }

    [Fact]
    public void OfPixels_TextsUnknownChunksAndWhatFollows_AreLeftOutAndThePixelsStay()
    {
        var sound = Malformed.Sound("png");
        var chunks = PngParts.Of(sound);
        var orientation = ("eXIf", Malformed.LoopingExif());
        byte[] file = [.. PngParts.Join([chunks[0], ("zTXt", [.. "k\0\0"u8, .. ZeroStream.OfAtLeast(5000)]), orientation, ("tEXt", [1]), ("iTXt", [1]), ("abCd", [1]), .. chunks[1..]]), .. Zip()];

        var types = PngParts.Of(PngChunks.OfPixels(file)).Select(chunk => chunk.Type).ToList();

        Assert.Equal(["IHDR", "eXIf"], types.Take(2));
        Assert.Equal(chunks.Select(chunk => chunk.Type).Where(type => char.IsUpper(type[0])), types.Where(type => char.IsUpper(type[0])));
        Assert.DoesNotContain(types, type => type is "zTXt" or "tEXt" or "iTXt" or "abCd");
    }

    [Fact]
    public void Read_ZipOrHtmlOrElfInThePlaceOfAnImage_IsRefused()
    {
        foreach (var other in (byte[][])[Zip(), "<!DOCTYPE html><html>"u8.ToArray(), [0x7F, .. "ELF"u8, 2, 1, 1], "#!/bin/sh\n"u8.ToArray(), "MATLAB 5.0 MAT-file"u8.ToArray(), "P6 9 9 255 "u8.ToArray()])
            Assert.Contains("has a format that is not read", Assert.Throws<ImageException>(() => Reader.Read("a.png", other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EnsureReady_LoadersOfOtherFormats_AreOff()
    {
        ImageLibrary.EnsureReady();
        string[] read = ["jpegload", "pngload", "webpload", "tiffload", "svgload"];
        var loaders = NetVips.NetVips.GetOperations().Where(name => name.EndsWith("load", StringComparison.Ordinal)
            && name is not ("load" or "fileload" or "rawload" or "profile_load") && !read.Contains(name)).ToList();

        foreach (var loader in loaders)
        {
            using var operation = Operation.NewFromName(loader);
            Assert.True(operation.GetFlags().HasFlag(Enums.OperationFlags.BLOCKED), $"{loader} is not off");
        }

        Assert.Contains("blocked", Assert.Throws<VipsException>(() => Operation.Call("gifload_buffer", "GIF89a"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Contains("gifload", loaders);
    }

    [Fact]
    public void Read_TimeIsOver_StopsAndSaysSo()
    {
        var reader = new ImageReader(new ImageLimits { MaxTime = TimeSpan.FromSeconds(7) }, new ImpatientClock());

        var error = Assert.Throws<ImageException>(() => reader.Read("slow.png", Malformed.Sound("png")));

        Assert.Equal("Image 'slow.png' is refused: it was not decoded within 7 seconds, which is allowed.", error.Message);
    }

    [Fact]
    public void Read_ProfileTooLong_IsRefused()
    {
        var reader = new ImageReader(new ImageLimits { MaxProfileBytes = 100 });
        using var image = TestFiles.Noise(8, 8);
        var file = image.PngsaveBuffer(profile: "srgb");

        Assert.Contains("its color profile has", Assert.Throws<ImageException>(() => reader.Read("a.png", file)).Message, StringComparison.Ordinal);
    }

    private static bool IsClear(string message) =>
        message.StartsWith("Image 'a.bin' ", StringComparison.Ordinal) && message.Length < 1000 && !message.Any(char.IsControl);

    private static async Task<Exception?> OutcomeAsync(string name, byte[] bytes)
    {
        var reading = Task.Run(() => Record.Exception(() => Reader.Read("a.bin", bytes)), Cancellation);
        try
        {
            return await reading.WaitAsync(Patience, Cancellation);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{name}' hangs: nothing came of it for {Patience.TotalMinutes} minutes.");
            throw;
        }
    }

    private static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("index.html").Open())
            entry.Write("<script>alert(1)</script>"u8);
        return file.ToArray();
    }

    /// <summary>Whatever is to happen later happens at once.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
