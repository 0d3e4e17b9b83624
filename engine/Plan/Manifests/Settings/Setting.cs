using System.Collections.Immutable;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Manifests.Conditions;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Manifests.Settings;

/// <summary>One setting of a sweep, as far as a check looks at it, that knows where its values come from.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Experiment">The experiment whose changes it has; null where there are none.</param>
/// <param name="Parameters">Its values; those that no check has asked for may be another setting's.</param>
/// <param name="Points">For each axis that the check looks at, by name, its point.</param>
internal sealed record Setting(
    Manifest Manifest, Experiment? Experiment, ParameterSet Parameters, ImmutableDictionary<string, AxisPoint> Points)
{
    public TrialMode Mode => Of<TrialMode>(ParameterCatalog.Mode);

    public BlendWeights Blend => Of<BlendWeights>(ParameterCatalog.Blend);

    public InitMode Init => Of<InitMode>(ParameterCatalog.Init);

    /// <summary>The value of a parameter, or its default.</summary>
    public T Of<T>(ParameterDefinition definition) =>
        (T)ParameterResolver.ValueIn(Parameters, definition, NetworkName.Vgg19);

    /// <summary>The names of the images that a parameter has.</summary>
    public IReadOnlyList<string> ImagesOf(ParameterDefinition definition) => Of<ImageNames>(definition).Names;

    /// <summary>The content layers that count: those whose own weight and whose loss's is above 0.</summary>
    public IReadOnlyList<LayerName> ActiveContentLayers => Mode == TrialMode.Texture
        ? []
        : Active(ParameterCatalog.ContentWeight, ParameterCatalog.ContentLayers, ParameterCatalog.ContentLayerWeights);

    /// <summary>The style layers that count.</summary>
    public IReadOnlyList<LayerName> ActiveStyleLayers => Mode == TrialMode.Reconstruction
        ? []
        : Active(ParameterCatalog.StyleWeight, ParameterCatalog.StyleLayers, ParameterCatalog.StyleLayerWeights);

    /// <summary>The place of a parameter's value; null where the manifest doesn't say it, because a preset or a default does.</summary>
    public ParameterPlace? PlaceOf(ParameterDefinition definition)
    {
        var varied = Points.Values.Select(point => point.Sources.GetValueOrDefault(definition)).FirstOrDefault(place => place is not null);
        var source = varied ?? Experiment?.Sources.GetValueOrDefault(definition) ?? Manifest.Sources.GetValueOrDefault(definition);
        return source is null ? null : new ParameterPlace(source.Value.Line, source.Value.Column, source.Path);
    }

    /// <summary>The place of the first of some parameters that the manifest says; its own place where it says none.</summary>
    public ParameterPlace PlaceOfAny(IEnumerable<ParameterDefinition> definitions) =>
        definitions.Select(PlaceOf).FirstOrDefault(place => place is not null) ?? Manifest.Origin;

    /// <summary>The setting as conditions look at it; images are not known here.</summary>
    public ConditionSubject Subject => new(
        definition => ParameterResolver.ValueIn(Parameters, definition, NetworkName.Vgg19),
        key => key switch
        {
            AxisNames.Experiment when Experiment is not null => [Experiment.Name],
            _ when Points.TryGetValue(key, out var point) => point.Name is null ? [] : [point.Name],
            _ => null,
        });

    private IReadOnlyList<LayerName> Active(ParameterDefinition weight, ParameterDefinition layers, ParameterDefinition layerWeights)
    {
        if (Of<double>(weight) == 0)
            return [];
        var named = Of<LayerWeights>(layerWeights);
        return [.. Of<LayerSet>(layers).Where(layer => named.Of(layer, 1) > 0)];
    }
}
