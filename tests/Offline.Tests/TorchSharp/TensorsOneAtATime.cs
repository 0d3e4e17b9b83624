namespace NeuralStyle.Offline.Tests.TorchSharp;

/// <summary>Runs the tests one after another: the counts of live tensors are those of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class TensorsOneAtATime
{
    public const string Name = "TorchSharp";
}
