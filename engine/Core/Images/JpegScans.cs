using System.Buffers.Binary;

namespace NeuralStyle.Engine.Images;

/// <summary>What the segments of a JPEG say (ITU T.81, annex B), read without decoding any.</summary>
/// <param name="Count">The scans up to the end of the image, or up to where the file stops making sense, which is the decoder's to say.</param>
/// <param name="Samples">Width times height times channels.</param>
/// <param name="AreGathered">Whether the decoder must gather all coefficients before it has a row of pixels: progressive files, and those
/// whose channels are in scans of their own.</param>
internal readonly record struct JpegScans(int Count, long Samples, bool AreGathered)
{
    private const byte MarkerStart = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte FirstRestart = 0xD0;
    private const byte StartOfImage = 0xD8;
    private const byte FirstWithLength = 0xC0;
    private const byte Progressive = 0xC2;
    private const byte ProgressiveArithmetic = 0xCA;

    // libjpeg keeps a coefficient in two bytes.
    private const int CoefficientBytes = 2;

    /// <summary>Bytes of the coefficients that are gathered; 0 where none are.</summary>
    internal long GatheredBytes => AreGathered ? CoefficientBytes * Samples : 0;

    /// <summary>Goes through a file.</summary>
    internal static JpegScans Of(ReadOnlySpan<byte> jpeg)
    {
        var (scans, samples, channels, areGathered) = (0, 0L, 0, false);
        for (var at = 0; at >= 0 && at + 1 < jpeg.Length;)
        {
            var next = jpeg[at..].IndexOf(MarkerStart);
            if (next < 0 || at + next + 1 >= jpeg.Length)
                break;
            at += next + 1;
            var marker = jpeg[at];
            if (marker == EndOfImage)
                break;
            if (IsFrame(marker) && at + 8 < jpeg.Length)
            {
                var frame = jpeg[(at + 4)..];
                channels = frame[4];
                samples = (long)BinaryPrimitives.ReadUInt16BigEndian(frame) * BinaryPrimitives.ReadUInt16BigEndian(frame[2..]) * channels;
                areGathered = marker is Progressive or ProgressiveArithmetic;
            }
            else if (marker == StartOfScan)
            {
                scans++;
                areGathered |= at + 3 < jpeg.Length && jpeg[at + 3] < channels;
            }

            // What libjpeg passes over within a scan's data must be passed over here as there, or scans hide behind it: 0 after FF, restarts, FF
            // that fills up, and all markers below C0, over which it goes byte by byte in search of a restart (jpeg_resync_to_restart).
            if (HasLength(marker) && at + 2 < jpeg.Length)
                at += 1 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 1)..]);
        }

        return new JpegScans(scans, samples, areGathered);
    }

    private static bool HasLength(byte marker) => marker is >= FirstWithLength and not (MarkerStart or (>= FirstRestart and <= StartOfImage));

    // C4, C8 and CC are tables, an extension, and the conditioning of arithmetic coding.
    private static bool IsFrame(byte marker) => marker is >= FirstWithLength and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
