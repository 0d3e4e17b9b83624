using Microsoft.Azure.Functions.Worker;

namespace NeuralStyle.Functions.Tests.Api;

/// <summary>A context that nothing is asked of: a function that needs more than its request and its parameters fails here.</summary>
internal sealed class FakeFunctionContext : FunctionContext
{
    public override string InvocationId => throw new NotSupportedException("not used");

    public override string FunctionId => throw new NotSupportedException("not used");

    public override TraceContext TraceContext => throw new NotSupportedException("not used");

    public override BindingContext BindingContext => throw new NotSupportedException("not used");

    public override RetryContext RetryContext => throw new NotSupportedException("not used");

    public override IServiceProvider InstanceServices
    {
        get => throw new NotSupportedException("not used");
        set => throw new NotSupportedException("not used");
    }

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException("not used");

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => throw new NotSupportedException("not used");
}
