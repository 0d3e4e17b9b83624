namespace NeuralStyle.Plan.Parameters;

/// <summary>What is wrong with the text of a value.</summary>
/// <param name="Offset">Characters before the place, from 0.</param>
/// <param name="Message">What was wrong, the value seen, what is allowed.</param>
public sealed record ValueProblem(int Offset, string Message);
