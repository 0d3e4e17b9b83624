namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>A reference to a block of numbers that lies outside of the pickle.</summary>
/// <param name="Type">What its numbers are.</param>
/// <param name="Key">Its name in the file.</param>
/// <param name="Count">How many numbers it has.</param>
internal sealed record TorchStorage(NumberType Type, string Key, long Count)
{
    /// <summary>Bytes that it takes; a decimal, for a damaged count may be anything.</summary>
    public decimal Bytes => (decimal)Count * NumberBytes.SizeOf(Type);
}
