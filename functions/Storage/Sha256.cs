using System.Security.Cryptography;

namespace NeuralStyle.Functions.Storage;

/// <summary>SHA-256 as records and references write it.</summary>
public static class Sha256
{
    /// <summary>64 lower-case hex digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
