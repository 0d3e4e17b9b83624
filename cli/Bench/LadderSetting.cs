using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>A setting at which a ladder of scales is measured. What it gains depends on where the image starts and on how far style outweighs content.</summary>
/// <param name="Name">What the bench calls it.</param>
/// <param name="Of">Makes it of the bench trial's parameters.</param>
internal sealed record LadderSetting(string Name, Func<TrialParameters, TrialParameters> Of)
{
    public static IReadOnlyList<LadderSetting> All { get; } =
    [
        new(
            "losses of gatys, 1 : 1000, from noise",
            trial => trial with
            {
                Init = InitMode.Noise,
                Convention = LossConvention.Gatys,
                ContentWeight = 1,
                StyleWeight = 1000,
                TvWeight = 0,
                Pooling = PoolingMode.Average,
            }),
        new("losses of the default preset, from noise", trial => trial with { Init = InitMode.Noise }),
        new("losses of the default preset, from the content", trial => trial with { Init = InitMode.Content }),
    ];
}
