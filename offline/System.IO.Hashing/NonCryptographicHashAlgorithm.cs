#nullable enable

using System.ComponentModel;

namespace System.IO.Hashing;

/// <summary>The base of all hashes of the published package, and the only class of it that Azure.Storage.Common derives from.</summary>
public abstract class NonCryptographicHashAlgorithm
{
    private const int StreamBufferBytes = 4096;

    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    public int HashLengthInBytes { get; }

    public abstract void Append(ReadOnlySpan<byte> source);

    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[StreamBufferBytes];
        for (int read; (read = stream.Read(buffer)) > 0;)
            Append(buffer.AsSpan(0, read));
    }

    public Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AppendAll(stream, cancellationToken);
    }

    public abstract void Reset();

    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    public int GetCurrentHash(Span<byte> destination) =>
        TryGetCurrentHash(destination, out var written) ? written : throw TooShort(destination.Length);

    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.Length < HashLengthInBytes ? 0 : HashLengthInBytes;
        if (bytesWritten > 0)
            GetCurrentHashCore(destination[..bytesWritten]);
        return bytesWritten > 0;
    }

    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    public int GetHashAndReset(Span<byte> destination) =>
        TryGetHashAndReset(destination, out var written) ? written : throw TooShort(destination.Length);

    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.Length < HashLengthInBytes ? 0 : HashLengthInBytes;
        if (bytesWritten > 0)
            GetHashAndResetCore(destination[..bytesWritten]);
        return bytesWritten > 0;
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Use GetCurrentHash() to retrieve the computed hash code.", true)]
#pragma warning disable CS0809 // The published class declares it obsolete, though the base's is not.
    public override int GetHashCode() =>
        throw new NotSupportedException("GetHashCode() tells nothing about the data; use GetCurrentHash().");
#pragma warning restore CS0809

    /// <summary>Writes exactly <see cref="HashLengthInBytes"/> bytes and leaves the state as it is.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    private async Task AppendAll(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[StreamBufferBytes];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            Append(buffer.AsSpan(0, read));
    }

    private ArgumentException TooShort(int length) =>
        new($"The destination holds {length} bytes; this hash needs {HashLengthInBytes}.", "destination");
}
