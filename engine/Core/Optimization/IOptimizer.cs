using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>
/// A method that changes one image, step by step, so that an objective becomes smaller. It remembers between steps what it has
/// learned of that one objective. The loop is <c>while (!budget.IsSpent) optimizer.Step(objective, image, budget);</c>.
/// </summary>
/// <remarks>Not thread-safe. All tensors of a step live in one dispose scope, which the step opens and closes.</remarks>
public interface IOptimizer : IDisposable
{
    /// <summary>Makes one step, which takes one evaluation, or with a line search several.</summary>
    /// <param name="objective">What to make smaller.</param>
    /// <param name="image">The image, float32, <c>[1,3,H,W]</c> (any shape works), not requiring a gradient; changed in place. The
    /// caller may change it between steps (clamp it, say): it is looked at again, never remembered to be what it was left as.</param>
    /// <param name="budget">Where evaluations are taken from.</param>
    /// <returns>
    /// True when the step was finished. False when the budget was spent before that. Where no evaluation was left, the image is then
    /// the best point that the step has evaluated, or where it began. Where the budget was stopped, the image is where the step
    /// began, and a run that goes on from the state saved then, after <see cref="EvaluationBudget.Kept"/> evaluations, makes the
    /// step anew, to the same bits.
    /// </returns>
    /// <exception cref="NonFiniteLossException">The loss or its gradient is not finite. The image is as it was before the step.</exception>
    /// <exception cref="ArgumentException">The image is not float32, requires a gradient, is empty, or has not as many elements as
    /// the image of the steps before; or the objective's gradient has not the image's shape and type.</exception>
    bool Step(IObjective objective, Tensor image, EvaluationBudget budget);

    /// <summary>
    /// What the options say at first, and may be changed between steps: L-BFGS's multiplier of its direction, or Adam's length of a
    /// step; 0 or more, where 0 evaluates without moving. Not part of the state: set it again after <see cref="Restore"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a value below 0, infinite or not a number.</exception>
    double LearningRate { get; set; }

    /// <summary>
    /// Says, between two steps, that the next one's objective is another function than the last one's: another weight of a loss.
    /// </summary>
    /// <param name="byFar">Whether it is so different that what was learned of the last one misleads: see
    /// <see cref="LbfgsOptimizer"/>.</param>
    void OnObjectiveChanged(bool byFar);

    /// <summary>Copies to the host what this optimizer knows.</summary>
    OptimizerState Save();

    /// <summary>Forgets everything and goes on from <paramref name="state"/>. On the CPU, with the same image, objective and
    /// number of threads, every later step is bit for bit the one of the optimizer that saved it.</summary>
    /// <param name="state">What an optimizer of the same kind, with the same options, has saved.</param>
    /// <param name="image">The image to go on with: gives the device and the number of elements.</param>
    /// <exception cref="ArgumentException">The state is of another kind of optimizer, another history size or image size.</exception>
    void Restore(OptimizerState state, Tensor image);
}
