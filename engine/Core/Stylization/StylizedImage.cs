using NeuralStyle.Engine.Images;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Stylization;

/// <summary>The result of a trial.</summary>
/// <param name="Image">The image, clamped to 0..1.</param>
/// <param name="Evaluations">Every evaluation, in order.</param>
public sealed record StylizedImage(Picture Image, IReadOnlyList<EvaluationRecord> Evaluations);
