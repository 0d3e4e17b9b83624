using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Scales;

namespace NeuralStyle.Functions.Tests.Trials;

public class ScaleCourseTests
{
    private readonly ScaleCourse _course = new([new Scale(64, 100), new Scale(128, 50), new Scale(256, 30)]);

    [Fact]
    public void OnEvent_ScaleThatEndedEarly_LeavesFewerEvaluations()
    {
        _course.OnEvent(new TrialEvent(40, TrialEventKind.StoppedEarly, "stopped"));
        _course.OnEvent(new TrialEvent(40, TrialEventKind.ScaleBegan, "128"));

        Assert.Equal((2, 120), (_course.Scale, _course.Evaluations));
    }

    [Fact]
    public void OnEvent_FirstScaleBegins_ChangesNothing()
    {
        _course.OnEvent(new TrialEvent(0, TrialEventKind.ScaleBegan, "64"));

        Assert.Equal((1, 180), (_course.Scale, _course.Evaluations));
    }

    [Fact]
    public void OnEvent_LastScaleEndsEarly_IsAllOfIt()
    {
        _course.OnEvent(new TrialEvent(100, TrialEventKind.ScaleBegan, "128"));
        _course.OnEvent(new TrialEvent(150, TrialEventKind.ScaleBegan, "256"));
        _course.OnEvent(new TrialEvent(160, TrialEventKind.StoppedEarly, "stopped"));

        Assert.Equal((3, 160), (_course.Scale, _course.Evaluations));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(149, 2)]
    [InlineData(150, 3)]
    [InlineData(180, 3)]
    public void OnEvent_Resumed_IsAtTheScaleOfTheNextEvaluation(int done, int scale)
    {
        _course.OnEvent(new TrialEvent(done, TrialEventKind.Resumed, "resumed"));

        Assert.Equal(scale, _course.Scale);
    }
}
