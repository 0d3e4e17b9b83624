namespace NeuralStyle.Cli.Bench;

/// <summary>Resident memory before and after.</summary>
internal sealed record MemoryGrowth(int ImageSize, int Evaluations, long BytesBefore, long BytesAfter)
{
    public double MebibytesGrown => (BytesAfter - BytesBefore) / (1024.0 * 1024);
}
