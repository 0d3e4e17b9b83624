using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Plan.Reports;

/// <summary>What a trial made of which images, in words: the title of its plots and film strip.</summary>
public static class TrialTitle
{
    /// <summary>E.g. <c>tubingen.jpg in the style of starry.jpg + wave.jpg</c>; images that the trial's mode doesn't read are not named.</summary>
    public static string Of(TrialRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var styles = string.Join(" + ", record.MoreStyles.Prepend(record.Style).Select(style => style.Name));
        return record.Parameters.Mode switch
        {
            TrialMode.Reconstruction => $"{record.Content.Name}, reconstructed",
            TrialMode.Texture => $"Texture of {styles}",
            _ => $"{record.Content.Name} in the style of {styles}",
        };
    }
}
