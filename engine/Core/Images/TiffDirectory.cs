namespace NeuralStyle.Engine.Images;

/// <summary>
/// What the directories of a TIFF say (TIFF 6.0, section 2; BigTIFF), read without its library: how many there are, and how the pixels of
/// the first are stored.
/// </summary>
internal sealed class TiffDirectory
{
    /// <summary>Directories after which counting ends.</summary>
    internal const int MostCounted = 1000;

    private readonly TiffNumbers _numbers;
    private readonly Dictionary<ushort, TiffField> _fields = [];
    private readonly List<string> _faults = [];

    private TiffDirectory(TiffNumbers numbers)
    {
        _numbers = numbers;
        var seen = new HashSet<ulong>();
        for (var at = numbers.OffsetAt(numbers.IsBig ? 8UL : 4UL); at is > 0 and var place && Pages < MostCounted; at = NextAfter(place))
        {
            if (!seen.Add(place))
            {
                IsLoop = true;
                return;
            }

            if (Pages++ == 0)
                ReadFields(place);
        }
    }

    /// <summary>Directories in a chain; each is a page.</summary>
    internal int Pages { get; private set; }

    /// <summary>Whether the chain leads back into itself.</summary>
    internal bool IsLoop { get; }

    /// <summary>What is wrong with the fields that are read here: each must say one thing only, whoever reads it.</summary>
    internal IReadOnlyList<string> Faults => _faults;

    /// <summary>The number of the compression; 1 is none.</summary>
    internal ulong Compression => Single(TiffField.Compression) ?? 1;

    /// <summary>Whether the pixels are in tiles, not in strips.</summary>
    internal bool IsTiled => _fields.ContainsKey(TiffField.TileWidth) || _fields.ContainsKey(TiffField.TileHeight);

    /// <summary>Pixels of one tile; 0 where there are none.</summary>
    internal UInt128 TilePixels => (UInt128)TileWidth * TileHeight;

    /// <summary>Bytes of two rows of tiles, or of all where there is one: so many libvips keeps, whole, however little of them is picture.</summary>
    internal UInt128 KeptTileBytes => TilePixels == 0 ? 0
        : RoundedUp(Width, TileWidth) * UInt128.Min(RoundedUp(Height, TileHeight), 2 * (UInt128)TileHeight) * PixelBits / 8;

    /// <summary>Where strips or tiles are in the file, cut at its end; one that says no length may reach up to there.</summary>
    internal IEnumerable<(int Start, int Length)> Parts()
    {
        var lengths = Values(IsTiled ? TiffField.TileLengths : TiffField.StripLengths).GetEnumerator();
        foreach (var offset in Values(IsTiled ? TiffField.TileOffsets : TiffField.StripOffsets))
        {
            var length = lengths.MoveNext() ? lengths.Current : 0;
            if (offset > 0 && offset < _numbers.Length)
                yield return ((int)offset, (int)Math.Min(length == 0 ? ulong.MaxValue : length, _numbers.Length - offset));
        }
    }

    /// <summary>Reads what can be read; what can't is the library's to complain about.</summary>
    internal static TiffDirectory Of(ReadOnlyMemory<byte> file) => new(new TiffNumbers(file));

    private ulong TileWidth => Single(TiffField.TileWidth) ?? 0;

    private ulong TileHeight => Single(TiffField.TileHeight) ?? 0;

    private ulong Width => Single(TiffField.Width) ?? 0;

    private ulong Height => Single(TiffField.Height) ?? 0;

    // Of a pixel as libvips has it: no channel takes less than a byte.
    private UInt128 PixelBits => (UInt128)(Single(TiffField.Samples) ?? 1) * Values(TiffField.Bits).DefaultIfEmpty(8UL).Max(bits => Math.Max(bits, 8));

    private int EntryLength => _numbers.IsBig ? 20 : 12;

    private int CountLength => _numbers.IsBig ? 8 : 2;

    private ulong Entries(ulong directory) => _numbers.At(directory, CountLength) ?? 0;

    private ulong? NextAfter(ulong directory)
    {
        var entries = Entries(directory);
        return entries > _numbers.Length ? null : _numbers.OffsetAt(directory + (ulong)CountLength + (entries * (ulong)EntryLength));
    }

    private void ReadFields(ulong directory)
    {
        var entries = Math.Min(Entries(directory), _numbers.Length / (ulong)EntryLength);
        for (var index = 0UL; index < entries; index++)
        {
            if (FieldAt(directory + (ulong)CountLength + (index * (ulong)EntryLength)) is not { } field)
                return;
            if (!field.IsRead)
                continue;

            // libtiff takes the first of two; others take the last.
            if (!_fields.TryAdd(field.Tag, field))
                _faults.Add($"its field {field.Tag} stands there twice, allowed is once");
            else if (field.Fault is { } fault)
                _faults.Add(fault);
        }
    }

    private TiffField? FieldAt(ulong entry)
    {
        var valueAt = entry + (_numbers.IsBig ? 12UL : 8);
        if (_numbers.At(entry, 2) is not { } tag || _numbers.At(entry + 2, 2) is not { } type
            || _numbers.OffsetAt(entry + 4) is not { } count || _numbers.OffsetAt(valueAt) is not { } offset)
            return null;
        var field = new TiffField((ushort)tag, (ushort)type, count, valueAt);

        // Values that don't fit into the entry stand elsewhere.
        return (UInt128)count * (ulong)field.ValueBytes <= (ulong)_numbers.OffsetBytes ? field : field with { ValuesAt = offset };
    }

    private ulong? Single(ushort tag) => Values(tag).Select(value => (ulong?)value).FirstOrDefault();

    private IEnumerable<ulong> Values(ushort tag) => _fields.TryGetValue(tag, out var field) && field.Fault is null ? _numbers.Of(field) : [];

    private static UInt128 RoundedUp(ulong length, ulong step) => ((UInt128)length + step - 1) / step * step;
}
