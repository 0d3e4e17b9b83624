using NeuralStyle.Engine.Optimization;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class LbfgsOptionsTests
{
    [Fact]
    public void Constructor_BadOptions_ThrowsNamingAllOfThem()
    {
        var options = new LbfgsOptions { LearningRate = 0, HistorySize = 501, LineSearch = (LineSearchKind)7 };

        var exception = Assert.Throws<ArgumentException>(() => new LbfgsOptimizer(options));

        Assert.Contains("LearningRate is 0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("HistorySize is 501; it must be 1 to 500", exception.Message, StringComparison.Ordinal);
        Assert.Contains("LineSearch is 7; it must be one of Fixed, StrongWolfe", exception.Message, StringComparison.Ordinal);
    }
}
