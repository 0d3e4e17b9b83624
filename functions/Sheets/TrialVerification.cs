using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Holds what was executed against what was planned. A cell shows an image only when they agree.</summary>
public static class TrialVerification
{
    /// <summary>What disagrees; null when all is as planned.</summary>
    public static string? Problem(Trial trial, TrialRecord record, ReadOnlySpan<byte> image)
    {
        if (SettingProblem(trial, record) is { } problem)
            return problem;
        var sha256 = Sha256.Of(image);
        return sha256 == record.ImageSha256 ? null : "The image is not the one that the record describes.";
    }

    /// <summary>What disagrees of the settings; null when they are as planned.</summary>
    public static string? SettingProblem(Trial trial, TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(record);
        if (record.TrialId != trial.Id)
            return $"The record is of trial {record.TrialId}, not of this one.";
        // The id covers parameters, hashes of images and weights, and the version of the arithmetic.
        if (IdOf(record) != trial.Id)
            return $"What ran is not what was planned: {Differences(trial, record)} differ.";
        return record.Environment is { } environment && environment.NumericVersion != NumericVersion.Current
            ? $"It ran on version {environment.NumericVersion} of the engine's arithmetic, planned was {NumericVersion.Current}."
            : null;
    }

    /// <summary>The id of what ran; null when the record names images whose hashes it lacks.</summary>
    private static string? IdOf(TrialRecord record) =>
        OtherNames(record.Parameters).All(name => record.OtherImages.Any(image => image.Name == name))
            ? TrialId.Of(record.Parameters, record.Content, [record.Style, .. record.MoreStyles], record.OtherImages, record.Weights)
            : null;

    private static string Differences(Trial trial, TrialRecord record)
    {
        List<string> different = [];
        if (OtherNames(record.Parameters).Except(trial.OtherImages.Select(image => image.Name)).Any()
            || TrialId.Of(trial with { Parameters = record.Parameters }) != trial.Id)
            different.Add("parameters");
        if (record.Content.Sha256 != trial.Content.Sha256)
            different.Add("the content image");
        if (record.Style.Sha256 != trial.Style.Sha256)
            different.Add("the style image");
        if (!Hashes(record.MoreStyles).SequenceEqual(Hashes(trial.MoreStyles)))
            different.Add("the blend's other style images");
        if (!Hashes(record.OtherImages).ToHashSet().SetEquals(Hashes(trial.OtherImages)))
            different.Add("images that the parameters name");
        if (record.Weights != trial.Weights)
            different.Add("the weights");
        return different.Count > 0 ? string.Join(", ", different) : "its settings";
    }

    private static IEnumerable<string> OtherNames(TrialParameters parameters) =>
        ParameterCatalog.All.Select(definition => definition.ValueOf(parameters)).OfType<ImageNames>().SelectMany(images => images.Names);

    private static IEnumerable<string> Hashes(IReadOnlyList<ImageReference> images) => images.Select(image => image.Sha256);
}
