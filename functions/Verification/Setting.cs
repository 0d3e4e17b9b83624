using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Verification;

/// <summary>What a trial, a record and an image say alike.</summary>
internal sealed record Setting(
    TrialParameters Parameters,
    ImageReference Content,
    ImageReference Style,
    IReadOnlyList<ImageReference> MoreStyles,
    IReadOnlyList<ImageReference> OtherImages,
    WeightsReference Weights)
{
    public static Setting Of(Trial trial) =>
        new(trial.Parameters, trial.Content, trial.Style, trial.MoreStyles, trial.OtherImages, trial.Weights);

    public static Setting Of(TrialRecord record) =>
        new(record.Parameters, record.Content, record.Style, record.MoreStyles, record.OtherImages, record.Weights);
}
