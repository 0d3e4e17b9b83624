using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Cli.Bench;

/// <summary>A ladder of scales beside a single scale. How much it gains depends on how low a loss is asked for, so there are several.</summary>
/// <param name="Network">The network.</param>
/// <param name="ImageSize">Longest side, pixels.</param>
/// <param name="Setting">Name of the <see cref="LadderSetting"/>.</param>
/// <param name="Ladder">The scales before the last.</param>
/// <param name="Points">From the highest loss to the lowest.</param>
internal sealed record LadderTiming(NetworkName Network, int ImageSize, string Setting, string Ladder, IReadOnlyList<LadderPoint> Points);
