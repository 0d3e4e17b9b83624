namespace NeuralStyle.Engine.Stylization;

/// <summary>The weighted losses of one evaluation; the parts add up to the total, and a part of weight 0 is 0.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Content">Of the content layers.</param>
/// <param name="Style">Of the style layers.</param>
/// <param name="Tv">Of the total variation.</param>
/// <param name="Layers">One number a layer: content layers in order, then style layers.</param>
internal readonly record struct LossValues(double Total, double Content, double Style, double Tv, IReadOnlyList<double> Layers);
