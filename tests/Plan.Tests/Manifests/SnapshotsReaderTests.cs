using FsCheck.Fluent;
using NeuralStyle.Plan.Manifests;
using NeuralStyle.Plan.Manifests.Nodes;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class SnapshotsReaderTests
{
    [Theory]
    [InlineData("first 10, every 10, at 3 33 100, log 12, best, last", "first 10, every 10, at 3 33 100, log 12, best, last")]
    [InlineData("[first 10, every 10, last]", "first 10, every 10, last")]
    [InlineData("[best, 33, 3, at 100, last]", "at 3 33 100, best, last")]
    [InlineData("[1, 2, 3]", "at 1 2 3")]
    [InlineData("33, 3, 33", "at 3 33")]
    [InlineData("7", "at 7")]
    [InlineData("['first 2, last', best]", "first 2, best, last")]
    [InlineData("none", "none")]
    public void Read_Policy_IsWrittenInItsCanonicalForm(string text, string canonical)
    {
        var policy = Sample.With($"parameters: {{iterations: 200}}\nsnapshots: {text}").Snapshots;

        Assert.Equal(canonical, SnapshotsReader.Format(policy));
    }

    [Theory]
    [InlineData("at", 3, 12, "'at' is no snapshot policy")]
    [InlineData("at 3 x", 3, 12, "'at 3 x' is no snapshot policy")]
    [InlineData("at 0", 3, 12, "'at 0' is no snapshot policy")]
    [InlineData("log 1001", 3, 12, "of log, to 1000")]
    [InlineData("best 3", 3, 12, "'best 3' is no snapshot policy")]
    [InlineData("best, last, best", 3, 24, "'best' is there twice")]
    [InlineData("at 3, at 5", 3, 18, "'at' is there twice")]
    [InlineData("[first 10, evry 10]", 3, 23, "'evry 10' is no snapshot policy; allowed: none, or some of: first N, every N, at N N ..., log N, best, last")]
    [InlineData("[]", 3, 12, "the list is empty")]
    [InlineData("[last, none]", 3, 19, "'none' is no snapshot policy")]
    [InlineData("[[1]]", 3, 13, "there is a list here")]
    [InlineData("[3, 201]", 3, 12, "no trial has an evaluation 201; allowed: 1 to 200")]
    public void Read_BadPolicy_PointsAtTheTerm(string text, int line, int column, string message)
    {
        var problem = Assert.Single(Sample.ProblemsWith($"snapshots: {text}"));

        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NumberThatTheLongestTrialReaches_IsAllowed() =>
        Assert.NotNull(Sample.With("axes: {iterations: [10, 50]}\nparameters: {scales: '64:5'}\nsnapshots: at 55"));

    [Fact]
    public void Format_AnyPolicy_ReadsBack() => Prop.ForAll(
        Gen.Choose(0, 99).ToArbitrary(), Gen.Choose(0, 99).ListOf().ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (number, numbers, flags) =>
        {
            var policy = new SnapshotPolicy
            {
                First = number % 7,
                Every = number % 5,
                At = EvaluationList.Of(numbers.Select(one => one + 1)),
                Log = number % 3 * 12,
                Best = (flags & 1) == 1,
                Last = (flags & 2) == 2,
            };
            var problems = new ProblemList();
            var node = new ScalarNode(SourceText.Of(SnapshotsReader.Format(policy)), IsQuoted: true, 1, 1);
            return SnapshotsReader.Read(node, problems) == policy && problems.Count == 0;
        }).Holds();
}
