using Microsoft.Azure.Functions.Worker;

namespace NeuralStyle.Cli.Serve.Http;

/// <summary>What a function that this host calls may ask of its call: services, cancellation, a bag of its own. The rest is Azure's.</summary>
internal sealed class LocalFunctionContext(IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken { get; } = cancellation;

    public override string FunctionId => throw Unknown(nameof(FunctionId));

    public override TraceContext TraceContext => throw Unknown(nameof(TraceContext));

    public override BindingContext BindingContext => throw Unknown(nameof(BindingContext));

    public override RetryContext RetryContext => throw Unknown(nameof(RetryContext));

    public override FunctionDefinition FunctionDefinition => throw Unknown(nameof(FunctionDefinition));

    public override IInvocationFeatures Features => throw Unknown(nameof(Features));

    private static NotSupportedException Unknown(string what) => new($"This host calls functions without the worker of Azure Functions; there is no {what}.");
}
