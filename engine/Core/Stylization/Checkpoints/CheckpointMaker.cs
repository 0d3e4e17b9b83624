using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using NeuralStyle.Plan.Records;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>
/// What a checkpoint was made on, as far as it decides the last bits of the arithmetic. A run on anything else would not be the
/// continuation of the first one, and neither's record would say how its image came about; so it begins anew instead.
/// </summary>
/// <param name="NumericVersion">Version of the engine's arithmetic.</param>
/// <param name="Tensors">The tensor library and its version.</param>
/// <param name="Device">The compute device.</param>
/// <param name="Threads">Threads of the tensor library.</param>
/// <param name="Processor">Architecture, and the widest vector instructions, by which the tensor library chooses its kernels.</param>
internal sealed record CheckpointMaker(int NumericVersion, string Tensors, string Device, int Threads, string Processor)
{
    /// <summary>This process.</summary>
    public static CheckpointMaker Of(EnvironmentRecord environment) =>
        new(environment.NumericVersion, environment.Tensors, environment.Device, environment.Threads, DescribeProcessor());

    /// <summary>In words, for messages.</summary>
    public override string ToString() =>
        $"{Tensors}, device {Device}, {Threads} threads, {Processor}, arithmetic version {NumericVersion}";

    private static string DescribeProcessor()
    {
        var vectors = Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : "plain";
        return $"{RuntimeInformation.ProcessArchitecture} {vectors}";
    }
}
