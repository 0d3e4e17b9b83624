namespace NeuralStyle.Engine.Stylization;

/// <summary>The weighted losses of one evaluation; the parts add up to the total, and a part of weight 0 is 0.</summary>
internal readonly record struct LossValues(double Total, double Content, double Style, double Tv);
