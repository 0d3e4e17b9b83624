using Microsoft.DurableTask;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class TaskFailureDetailsTests
{
    [Fact]
    public void IsCausedBy_SameOrDerivedType_IsTrue()
    {
        var details = Details(typeof(FileNotFoundException).FullName!);

        Assert.True(details.IsCausedBy<FileNotFoundException>());
        Assert.True(details.IsCausedBy<IOException>());
        Assert.False(details.IsCausedBy<InvalidOperationException>());
    }

    [Fact]
    public void IsCausedBy_TypeOfThisAssembly_IsFoundThroughEitherType()
    {
        var details = TaskFailureDetails.FromException(new OwnException("broke"));

        Assert.True(details.IsCausedBy<OwnException>());
        Assert.True(details.IsCausedBy<ArithmeticException>());
        Assert.False(details.IsCausedBy<IOException>());
    }

    [Fact]
    public void IsCausedBy_InnerFailureOnly_IsFalseForTheInnerType()
    {
        var details = TaskFailureDetails.FromException(new InvalidOperationException("outer", new OwnException("inner")));

        Assert.False(details.IsCausedBy<OwnException>());
        Assert.True(details.InnerFailure!.IsCausedBy<OwnException>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("No.Such.Exception")]
    public void IsCausedBy_UnknownErrorType_IsFalse(string errorType) => Assert.False(Details(errorType).IsCausedBy<Exception>());

    [Fact]
    public void IsCausedBy_TypeThatIsNoException_Throws() =>
        Assert.Throws<ArgumentException>(() => Details("System.Exception").IsCausedBy(typeof(string)));

    [Fact]
    public void FromException_WithInner_KeepsTypesAndMessages()
    {
        var details = TaskFailureDetails.FromException(new InvalidOperationException("outer", new OwnException("inner")));

        Assert.Equal("System.InvalidOperationException: outer", details.ToString());
        Assert.Equal(typeof(OwnException).FullName, details.InnerFailure?.ErrorType);
        Assert.Equal("inner", details.InnerFailure?.ErrorMessage);
        Assert.Null(details.InnerFailure?.InnerFailure);
    }

    [Fact]
    public void TaskFailedException_FromException_DescribesIt()
    {
        var failed = new TaskFailedException("Compose", 3, new OwnException("broke"));

        Assert.Equal("Task 'Compose' (#3) failed with an unhandled exception: broke", failed.Message);
        Assert.True(failed.FailureDetails.IsCausedBy<OwnException>());
    }

    private static TaskFailureDetails Details(string errorType) => new(errorType, "message", null, null, null);

    private sealed class OwnException(string message) : ArithmeticException(message);
}
