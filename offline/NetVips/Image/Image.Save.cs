using NetVips.Interop;

namespace NetVips;

public partial class Image
{
    /// <summary>Writes a file, whose name's suffix chooses the format and may be followed by options in brackets.</summary>
    public void WriteToFile(string vipsFilename, VOption kwargs = null)
    {
        var filename = NativeText.Take(VipsImageLibrary.FilenamePart(vipsFilename));
        var text = NativeText.Take(VipsImageLibrary.OptionsPart(vipsFilename));
        var saver = NativeText.Borrow(VipsImageLibrary.FindSave(filename))
            ?? throw new VipsException($"unable to write to file {vipsFilename}");
        Operation.Call(saver, VOption.Of(kwargs, ("string_options", text)), this, filename);
    }

    /// <summary>The bytes of a file, in the format of a suffix, which may be followed by options in brackets.</summary>
    public byte[] WriteToBuffer(string formatString, VOption kwargs = null)
    {
        var text = NativeText.Take(VipsImageLibrary.OptionsPart(formatString));
        var saver = NativeText.Borrow(VipsImageLibrary.FindSaveBuffer(formatString))
            ?? throw new VipsException("unable to write to buffer");
        return (byte[])Operation.Call(saver, VOption.Of(kwargs, ("string_options", text)), this);
    }

    /// <summary>The bytes of a PNG.</summary>
    public byte[] PngsaveBuffer(int? compression = null, bool? interlace = null, Enums.ForeignPngFilter? filter = null,
        bool? palette = null, int? q = null, double? dither = null, int? bitdepth = null, int? effort = null,
        Enums.ForeignKeep? keep = null, double[] background = null, int? pageHeight = null, string profile = null) =>
        Bytes("pngsave_buffer", VOption.Of(("compression", compression), ("interlace", interlace), ("filter", filter),
            ("palette", palette), ("Q", q), ("dither", dither), ("bitdepth", bitdepth), ("effort", effort), ("keep", keep),
            ("background", background), ("page_height", pageHeight), ("profile", profile)));

    /// <summary>The bytes of a JPEG.</summary>
    public byte[] JpegsaveBuffer(int? q = null, bool? optimizeCoding = null, bool? interlace = null, bool? trellisQuant = null,
        bool? overshootDeringing = null, bool? optimizeScans = null, int? quantTable = null, Enums.ForeignSubsample? subsampleMode = null,
        int? restartInterval = null, Enums.ForeignKeep? keep = null, double[] background = null, int? pageHeight = null,
        string profile = null) =>
        Bytes("jpegsave_buffer", VOption.Of(("Q", q), ("optimize_coding", optimizeCoding), ("interlace", interlace),
            ("trellis_quant", trellisQuant), ("overshoot_deringing", overshootDeringing), ("optimize_scans", optimizeScans),
            ("quant_table", quantTable), ("subsample_mode", subsampleMode), ("restart_interval", restartInterval), ("keep", keep),
            ("background", background), ("page_height", pageHeight), ("profile", profile)));

    /// <summary>The bytes of a TIFF.</summary>
    public byte[] TiffsaveBuffer(Enums.ForeignTiffCompression? compression = null, int? q = null,
        Enums.ForeignTiffPredictor? predictor = null, bool? tile = null, int? tileWidth = null, int? tileHeight = null,
        bool? pyramid = null, bool? miniswhite = null, int? bitdepth = null, Enums.ForeignTiffResunit? resunit = null,
        double? xres = null, double? yres = null, bool? bigtiff = null, bool? properties = null,
        Enums.RegionShrink? regionShrink = null, int? level = null, bool? lossless = null, Enums.ForeignDzDepth? depth = null,
        bool? subifd = null, bool? premultiply = null, Enums.ForeignKeep? keep = null, double[] background = null,
        int? pageHeight = null, string profile = null) =>
        Bytes("tiffsave_buffer", VOption.Of(("compression", compression), ("Q", q), ("predictor", predictor), ("tile", tile),
            ("tile_width", tileWidth), ("tile_height", tileHeight), ("pyramid", pyramid), ("miniswhite", miniswhite),
            ("bitdepth", bitdepth), ("resunit", resunit), ("xres", xres), ("yres", yres), ("bigtiff", bigtiff),
            ("properties", properties), ("region_shrink", regionShrink), ("level", level), ("lossless", lossless), ("depth", depth),
            ("subifd", subifd), ("premultiply", premultiply), ("keep", keep), ("background", background), ("page_height", pageHeight),
            ("profile", profile)));

    /// <summary>The bytes of a WebP.</summary>
    public byte[] WebpsaveBuffer(int? q = null, bool? lossless = null, bool? exact = null, Enums.ForeignWebpPreset? preset = null,
        bool? smartSubsample = null, bool? nearLossless = null, int? alphaQ = null, bool? minSize = null, int? kmin = null,
        int? kmax = null, int? effort = null, int? targetSize = null, bool? mixed = null, bool? smartDeblock = null, int? passes = null,
        Enums.ForeignKeep? keep = null, double[] background = null, int? pageHeight = null, string profile = null) =>
        Bytes("webpsave_buffer", VOption.Of(("Q", q), ("lossless", lossless), ("exact", exact), ("preset", preset),
            ("smart_subsample", smartSubsample), ("near_lossless", nearLossless), ("alpha_q", alphaQ), ("min_size", minSize),
            ("kmin", kmin), ("kmax", kmax), ("effort", effort), ("target_size", targetSize), ("mixed", mixed),
            ("smart_deblock", smartDeblock), ("passes", passes), ("keep", keep), ("background", background),
            ("page_height", pageHeight), ("profile", profile)));

    private byte[] Bytes(string saver, VOption options) => (byte[])Operation.Call(saver, options, this);
}
