using Microsoft.DurableTask;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class TaskNameTests
{
    [Fact]
    public void Conversion_FromAndToString_KeepsText()
    {
        TaskName name = "RunTrial";
        string text = name;

        Assert.Equal("RunTrial", name.Name);
        Assert.Equal("RunTrial", text);
        Assert.Equal("RunTrial", name.ToString());
    }

    [Fact]
    public void Conversion_FromEmptyString_IsDefault() => Assert.Equal(default, (TaskName)"");

    [Fact]
    public void Equals_OtherCase_IsTrue()
    {
        Assert.True(new TaskName("RunTrial") == new TaskName("runtrial"));
        Assert.Equal(new TaskName("RunTrial").GetHashCode(), new TaskName("runtrial").GetHashCode());
        Assert.True(new TaskName("RunTrial") != new TaskName("RunTrials"));
    }
}
