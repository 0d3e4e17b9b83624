namespace NeuralStyle.Functions.Tests.Orchestrations;

internal enum FakeCallKind
{
    Activity,
    Child,
    Timer,
}
