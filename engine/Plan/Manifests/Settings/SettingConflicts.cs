using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using static NeuralStyle.Plan.Parameters.ParameterCatalog;

namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>The values that can't be together in one trial.</summary>
internal static class SettingConflicts
{
    private static readonly InitMode[] InitsOfTheContent = [InitMode.Content, InitMode.GrayContent];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Conflict> All { get; } =
    [
        new([Init, InitImage], [Init, InitImage], setting => setting.Init == InitMode.Image && setting.ImagesOf(InitImage).Count == 0
            ? "init image needs the image to start from; set initImage to its name"
            : null),
        new([Init, InitTrial], [Init, InitTrial], setting => setting.Init == InitMode.Trial && setting.Of<string>(InitTrial).Length == 0
            ? "init trial needs the trial to start from; set initTrial to its id"
            : null),
        new([StyleMasks, Blend, Mode], [StyleMasks, Blend], StyleMasksFault),

        OfTexture(Init, setting => InitsOfTheContent.Contains(setting.Init), $"allowed: {Others(InitsOfTheContent)}"),
        OfTexture(Color, setting => setting.Of<ColorMode>(Color) != ColorMode.Style, "allowed: style"),
        OfTexture(ContentMask, setting => setting.ImagesOf(ContentMask).Count > 0, "allowed: none"),
        OfTexture(Alpha, setting => setting.Of<AlphaMode>(Alpha) == AlphaMode.Keep, "allowed: drop"),
        OfTexture(ParameterCatalog.OutputSize, setting => setting.Of<Parameters.OutputSize>(ParameterCatalog.OutputSize) == Parameters.OutputSize.Content, "allowed: computed"),
        new([Mode, Init], [Init, Mode], setting => setting is { Mode: TrialMode.Reconstruction, Init: InitMode.Style }
            ? $"init style needs a style image, and mode reconstruction reads none; allowed: {Others([InitMode.Style])}"
            : null),
        new([Mode, StyleMasks], [StyleMasks, Mode], setting => setting.Mode == TrialMode.Reconstruction && setting.ImagesOf(StyleMasks).Count > 0
            ? $"styleMasks {string.Join(", ", setting.ImagesOf(StyleMasks))} needs style images, and mode reconstruction reads none; allowed: none"
            : null),

        new(
            [
                WeightsFrom, Convention, ContentLoss, StyleLoss, Mode, ContentWeight, ContentLayers, StyleWeight, StyleLayers,
            ],
            [WeightsFrom],
            Untranslatable),

        new(
            [Network, ContentLayers, Mode, ContentWeight, ContentLayerWeights],
            [ContentLayers, Network],
            setting => MissingLayers(setting, setting.ActiveContentLayers)),
        new(
            [Network, StyleLayers, Mode, StyleWeight, StyleLayerWeights],
            [StyleLayers, Network],
            setting => MissingLayers(setting, setting.ActiveStyleLayers)),
    ];

    private static Conflict OfTexture(ParameterDefinition definition, Func<Setting, bool> needsContent, string allowed) => new(
        [Mode, definition],
        [definition, Mode],
        setting => setting.Mode == TrialMode.Texture && needsContent(setting)
            ? $"{definition} {definition.Label(setting.Of<object>(definition))} needs a content image, and mode texture reads none; {allowed}"
            : null);

    private static string? StyleMasksFault(Setting setting)
    {
        var masks = setting.ImagesOf(StyleMasks).Count;
        var styles = Math.Max(1, setting.Blend.Weights.Count);
        if (masks == 0 || masks == styles || setting.Mode == TrialMode.Reconstruction)
            return null;

        var has = styles == 1 ? "a trial without blend has 1 style image" : $"the blend has {styles} style images";
        return $"styleMasks names {masks} {(masks == 1 ? "mask" : "masks")}, but {has}; each style image needs its own mask";
    }

    private static string? Untranslatable(Setting setting)
    {
        if (setting.Of<WeightsMeaning>(WeightsFrom) == WeightsMeaning.Own)
            return null;
        var refusals = LossWeights.RefusalsOf(ParameterResolver.Resolve(setting.Parameters, NetworkName.Vgg19));
        return refusals.Count == 0 ? null : $"{string.Join("; ", refusals)}; choose another loss or convention, or weightsFrom own";
    }

    private static string? MissingLayers(Setting setting, IReadOnlyList<LayerName> layers)
    {
        var network = setting.Of<NetworkName>(Network);
        var missing = layers.Where(layer => !VggTopology.Contains(network, layer)).ToList();
        return missing.Count == 0
            ? null
            : $"{EnumNames.Of(network)} has no {string.Join(", ", missing)}; its blocks have {VggTopology.ConvolutionsOf(network)} convolutions";
    }

    private static string Others(InitMode[] not) =>
        string.Join(", ", Enum.GetValues<InitMode>().Except(not).Select(EnumNames.Of));
}
