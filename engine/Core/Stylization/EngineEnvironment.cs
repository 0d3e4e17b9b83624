using System.Runtime.InteropServices;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Stylization;

/// <summary>Says what this process computes with, for the records.</summary>
internal static class EngineEnvironment
{
    public static EnvironmentRecord Describe(string device) => new()
    {
        Product = EngineVersion.Product,
        NumericVersion = NumericVersion.Current,
        Tensors = $"libtorch {__version__}",
        Images = EngineVersion.Images,
        Device = device,
        Threads = get_num_threads(),
        Platform = $"{RuntimeInformation.OSDescription.Trim()} {RuntimeInformation.ProcessArchitecture}",
    };
}
