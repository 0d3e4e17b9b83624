using NeuralStyle.Engine.Optimization;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Stylization;

public sealed class DescentMethodTests
{
    [Fact]
    public void Create_Adam_HasEachOfTheTrialsOptions()
    {
        var parameters = TestTrials.Parameters with
        {
            Optimizer = OptimizerKind.Adam,
            LearningRate = 0.3,
            Beta1 = 0.4,
            Beta2 = 0.5,
            Epsilon = 0.6,
        };

        using var optimizer = DescentMethod.Of(parameters).Create(parameters);

        Assert.Equal(
            new AdamOptions { LearningRate = 0.3, Beta1 = 0.4, Beta2 = 0.5, Epsilon = 0.6 },
            Assert.IsType<AdamState>(optimizer.Save()).Options);
    }

    [Theory]
    [InlineData(LineSearchKind.Fixed)]
    [InlineData(LineSearchKind.StrongWolfe)]
    public void Create_Lbfgs_HasEachOfTheTrialsOptions(LineSearchKind lineSearch)
    {
        var parameters = TestTrials.Parameters with { LearningRate = 0.3, HistorySize = 7, LineSearch = lineSearch };

        using var optimizer = DescentMethod.Of(parameters).Create(parameters);

        Assert.Equal(
            new LbfgsOptions { LearningRate = 0.3, HistorySize = 7, LineSearch = lineSearch },
            Assert.IsType<LbfgsState>(optimizer.Save()).Options);
    }
}
