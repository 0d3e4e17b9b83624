namespace NeuralStyle.Cli.Bench;

/// <summary>Medians of one evaluation in one round, in seconds.</summary>
/// <param name="Plain">The bare loop's, in a process of its own, which the engine has not touched: as anyone else has it.</param>
/// <param name="Bare">The bare loop's beside the engine, with what the engine sets for the whole process (its allocator).</param>
/// <param name="Evaluation">The engine's loss, gradient and record.</param>
/// <param name="Step">The same with the step of L-BFGS, 20 pairs.</param>
internal sealed record EvaluationRound(double Plain, double Bare, double Evaluation, double Step);
