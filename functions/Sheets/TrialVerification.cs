using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Sheets;

/// <summary>Holds what was executed against what was planned. A cell shows an image only when they agree.</summary>
public static class TrialVerification
{
    /// <summary>What disagrees; null when all is as planned.</summary>
    public static string? Problem(Trial trial, TrialRecord record, ReadOnlySpan<byte> image)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(record);
        if (record.TrialId != trial.Id)
            return $"The record is of trial {record.TrialId}, not of this one.";
        // The id covers parameters, hashes of images and weights, and the version of the arithmetic.
        var executed = TrialId.Of(record.Parameters, record.Content, record.Style, record.Weights);
        if (executed != trial.Id)
            return $"What ran is not what was planned: {Differences(trial, record)} differ.";
        if (record.Environment is { } environment && environment.NumericVersion != NumericVersion.Current)
            return $"It ran on version {environment.NumericVersion} of the engine's arithmetic, planned was {NumericVersion.Current}.";
        var sha256 = Sha256.Of(image);
        return sha256 == record.ImageSha256 ? null : "The image is not the one that the record describes.";
    }

    private static string Differences(Trial trial, TrialRecord record)
    {
        List<string> different = [];
        if (Id(record.Parameters != trial.Parameters ? trial with { Parameters = record.Parameters } : trial) != trial.Id)
            different.Add("parameters");
        if (record.Content.Sha256 != trial.Content.Sha256)
            different.Add("the content image");
        if (record.Style.Sha256 != trial.Style.Sha256)
            different.Add("the style image");
        if (record.Weights != trial.Weights)
            different.Add("the weights");
        return different.Count > 0 ? string.Join(", ", different) : "its settings";
    }

    private static string Id(Trial trial) => TrialId.Of(trial.Parameters, trial.Content, trial.Style, trial.Weights);
}
