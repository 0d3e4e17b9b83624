using System.Globalization;
using NeuralStyle.Engine.Images;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Plan.Axes;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Sweeps;

namespace NeuralStyle.Functions.Tests;

/// <summary>SECURITY.md says the limits that the code has.</summary>
public sealed class SecurityPageTests
{
    [Fact]
    public void Limits_PageStatesThem_AreThoseOfTheCode()
    {
        var limits = new ImageLimits();
        var expected = new Dictionary<string, double>
        {
            ["bytes of the file"] = limits.MaxBytes,
            ["pixels across, and down"] = limits.MaxSidePixels,
            ["pixels"] = limits.MaxPixels,
            ["bytes of its pixels, decoded"] = limits.MaxDecodedBytes,
            ["frames or pages"] = 1,
            ["scans of a JPEG"] = limits.MaxScans,
            ["bytes of the coefficients of a JPEG that is progressive or has a scan for each channel"] = ImageLimits.MaxGatheredBytes,
            ["bytes of two rows of tiles of a TIFF, decoded"] = limits.MaxDecodedBytes,
            ["pixels of a tile of a TIFF"] = ImageLimits.MaxTilePixels,
            ["bytes of its color profile"] = limits.MaxProfileBytes,
            ["seconds of decoding"] = limits.MaxTime.TotalSeconds,
            ["bytes"] = ManifestParser.MaxBytes,
            ["values of an axis"] = AxisLimits.MaxValues,
            ["combinations before `skip` and `when`"] = TrialCount.MostCombinations,
            ["values of `skip` held against combinations"] = TrialCount.MostTests,
            ["trials (`limits.maxTrials`)"] = ManifestParser.MostTrials,
            ["seconds of planning"] = SweepPlanning.MaxTime.TotalSeconds,
            ["blobs in `input/`"] = StoreLimits.MostInputs,
            ["letters of a blob's name"] = StoreLimits.MostNameLetters,
        };

        var said = Rows().Where(row => row.Limit.All(char.IsAsciiDigit)).ToDictionary(row => row.What, row => double.Parse(row.Limit, CultureInfo.InvariantCulture));

        Assert.Equal(expected.OrderBy(entry => entry.Key, StringComparer.Ordinal), said.OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<(string What, string Limit)> Rows() =>
        File.ReadLines(Repository.PathOf("SECURITY.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4)
            .Select(cells => (cells[1], cells[2]));
}
