using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Conventions.Translation;

/// <summary>Weights of one system as weights of another.</summary>
/// <param name="Content">One a content layer; empty when the content weight wasn't asked about.</param>
/// <param name="Style">One a style layer; empty when the style weight wasn't asked about.</param>
/// <param name="Parameters">The manifest's parameters that make the other system compute the same losses.</param>
/// <param name="Notes">What else there is to know, one sentence each.</param>
public sealed record WeightTranslation(
    IReadOnlyList<TranslatedLayer> Content,
    IReadOnlyList<TranslatedLayer> Style,
    ParameterSet Parameters,
    IReadOnlyList<string> Notes);
