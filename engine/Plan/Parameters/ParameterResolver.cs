using System.Text.Json;
using System.Text.Json.Nodes;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Gives values to the parameters that were left open because their default depends on another parameter.</summary>
public static class ParameterResolver
{
    /// <summary>All parameters of a setting.</summary>
    /// <param name="set">The setting; only the parameters with a dependent default may be open in it.</param>
    /// <param name="defaultNetwork">The network where none is named.</param>
    /// <exception cref="ArgumentException">A parameter without a dependent default is open.</exception>
    public static TrialParameters Resolve(ParameterSet set, NetworkName defaultNetwork)
    {
        ArgumentNullException.ThrowIfNull(set);
        var missing = Missing(set);
        if (missing.Count > 0)
            throw new ArgumentException($"no value for {string.Join(", ", missing)}; a preset gives one to each of them", nameof(set));

        // The names of the catalog are those of the document, so that the catalog alone says what a trial consists of.
        var document = new JsonObject();
        foreach (var definition in ParameterCatalog.All)
        {
            document[definition.Name] = definition.ToJson(ValueIn(set, definition, defaultNetwork));
        }

        return document.Deserialize<TrialParameters>(PlanJson.Compact)!;
    }

    /// <summary>The value that a parameter has in a setting, or that its default gives it.</summary>
    /// <param name="set">The setting.</param>
    /// <param name="definition">The parameter.</param>
    /// <param name="defaultNetwork">The network where none is named.</param>
    /// <exception cref="ArgumentException">The parameter, or the one that its default depends on, has neither.</exception>
    public static object ValueIn(ParameterSet set, ParameterDefinition definition, NetworkName defaultNetwork)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.TryGet(definition, out var given) ? given : Default(definition, set, defaultNetwork);
    }

    /// <summary>The parameters without a dependent default that are open in a setting.</summary>
    public static IReadOnlyList<ParameterDefinition> Missing(ParameterSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. ParameterCatalog.All.Where(definition => !set.Has(definition) && !IsDependent(definition))];
    }

    /// <summary>Whether a parameter may be left open, because its default depends on another one or on the machine, or is neutral.</summary>
    public static bool IsDependent(ParameterDefinition definition) =>
        definition == ParameterCatalog.Network
        || definition == ParameterCatalog.LearningRate
        || definition == ParameterCatalog.Clamp
        || definition == ParameterCatalog.TvConvention
        || definition == ParameterCatalog.ContentLoss
        || definition == ParameterCatalog.StyleLoss
        || NeutralValues.Of(definition) is not null;

    private static object Default(ParameterDefinition definition, ParameterSet set, NetworkName defaultNetwork)
    {
        if (definition == ParameterCatalog.Network)
            return defaultNetwork;
        if (NeutralValues.Of(definition) is { } neutral)
            return neutral;

        var losses = ConventionLosses.Of((LossConvention)ValueOf(set, ParameterCatalog.Convention));
        if (definition == ParameterCatalog.TvConvention)
            return losses.Tv;
        if (definition == ParameterCatalog.ContentLoss)
            return losses.Content;
        if (definition == ParameterCatalog.StyleLoss)
            return losses.Style;
        if (!IsDependent(definition))
            throw new ArgumentException($"no value for {definition}", nameof(set));

        var adam = Is(set, ParameterCatalog.Optimizer, OptimizerKind.Adam);
        if (definition == ParameterCatalog.Clamp)
            return adam ? ClampMode.Step : ClampMode.Saved;

        // Adam: 0.02 of the range is about 5/255, the step of Crowson's style-transfer-pytorch. L-BFGS: the full quasi-Newton step.
        return adam ? 0.02 : 1.0;
    }

    private static bool Is<T>(ParameterSet set, EnumParameter<T> definition, T value)
        where T : struct, Enum => set.TryGet(definition, out var actual) && value.Equals(actual);

    private static object ValueOf(ParameterSet set, ParameterDefinition definition) =>
        set.TryGet(definition, out var value) ? value : throw new ArgumentException($"no value for {definition}", nameof(set));
}
