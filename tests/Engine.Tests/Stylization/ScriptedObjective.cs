using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Stylization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Stylization;

/// <summary>Half the sum of squares of the image, its losses replaced by number where a test says so.</summary>
internal sealed class ScriptedObjective : IObjective
{
    private int _evaluation;

    /// <summary>Gives the loss of an evaluation, from its number and what was computed.</summary>
    public Func<int, double, double> Loss { get; init; } = (_, loss) => loss;

    /// <summary>Gives the factors; set by the descent.</summary>
    public Func<LossFactors> Factors { get; set; } = () => LossFactors.One;

    /// <summary>Is told of each evaluation; set by the descent.</summary>
    public Action<LossValues, Tensor> Evaluated { get; set; } = (_, _) => { };

    /// <summary>The factors of each evaluation.</summary>
    public List<LossFactors> FactorsSeen { get; } = [];

    /// <summary>The first value of the image at each evaluation.</summary>
    public List<float> Firsts { get; } = [];

    public Evaluation Evaluate(Tensor image)
    {
        FactorsSeen.Add(Factors());
        Firsts.Add(image.reshape(-1)[0].item<float>());
        var loss = Loss(++_evaluation, image.mul(image).sum().item<float>() / 2);
        Evaluated(new LossValues(loss, loss, 0, 0, []), image);
        return new Evaluation(loss, image.clone());
    }
}
