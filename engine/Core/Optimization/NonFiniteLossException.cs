using System.Globalization;

namespace NeuralStyle.Engine.Optimization;

/// <summary>An evaluation gave a loss or a gradient that is infinite or not a number, so there is nothing to go on from.</summary>
public sealed class NonFiniteLossException : Exception
{
    private NonFiniteLossException(string message, int evaluation, double value)
        : base(message)
    {
        Evaluation = evaluation;
        Value = value;
    }

    /// <summary>Number of the evaluation, from 1.</summary>
    public int Evaluation { get; }

    /// <summary>The loss, or for a gradient the sum of its absolute values.</summary>
    public double Value { get; }

    internal static NonFiniteLossException OfLoss(int evaluation, double loss) =>
        new(Text("loss", evaluation, loss, "A lower learning rate or lower weights may keep it finite."), evaluation, loss);

    internal static NonFiniteLossException OfGradient(int evaluation, double sumOfMagnitudes, double loss) =>
        new(
            Text("sum of the gradient's magnitudes", evaluation, sumOfMagnitudes, $"The loss itself was {Number(loss)}."),
            evaluation,
            sumOfMagnitudes);

    private static string Text(string what, int evaluation, double value, string hint) =>
        $"Evaluation {evaluation} gave a {what} of {Number(value)}; only finite numbers can be optimized. {hint}";

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
