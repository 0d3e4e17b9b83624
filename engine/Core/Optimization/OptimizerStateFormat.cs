using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Optimization;

/// <summary>Optimizer states as bytes: magic and version, the kind, then the record's members in the order of their declaration,
/// little-endian, each array after its length (int32). May be followed by other data.</summary>
public static class OptimizerStateFormat
{
    private const uint Magic = 0x4F53534E; // "NSSO"
    private const int Version = 2;

    /// <summary>Writes <paramref name="state"/> to <paramref name="stream"/> and leaves it open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, OptimizerState state)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        switch (state)
        {
            case AdamState adam:
                writer.Write((int)OptimizerKind.Adam);
                WriteAdam(writer, adam);
                break;
            case LbfgsState lbfgs:
                writer.Write((int)OptimizerKind.Lbfgs);
                WriteLbfgs(writer, lbfgs);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state.GetType().Name, "No such state of an optimizer.");
        }
    }

    /// <summary>Reads what <see cref="Write"/> has written, and leaves <paramref name="stream"/> open behind it.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a state, of another version, or cut short.</exception>
    public static OptimizerState Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            var (magic, version, kind) = (reader.ReadUInt32(), reader.ReadInt32(), reader.ReadInt32());
            if (magic != Magic || version != Version)
            {
                throw new InvalidDataException(
                    $"The bytes begin with 0x{magic:X8}, version {version}; "
                    + $"an optimizer's state begins with 0x{Magic:X8}, version {Version}.");
            }

            return (OptimizerKind)kind switch
            {
                OptimizerKind.Adam => ReadAdam(reader),
                OptimizerKind.Lbfgs => ReadLbfgs(reader),
                _ => throw new InvalidDataException(
                    $"There is no optimizer {kind}; there are {string.Join(", ", Enum.GetNames<OptimizerKind>())}."),
            };
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("The optimizer's state is cut short.", exception);
        }
    }

    private static void WriteAdam(BinaryWriter writer, AdamState state)
    {
        writer.Write(state.Options.LearningRate);
        writer.Write(state.Options.Beta1);
        writer.Write(state.Options.Beta2);
        writer.Write(state.Options.Epsilon);
        writer.Write(state.Steps);
        WriteArray(writer, state.Mean);
        WriteArray(writer, state.MeanSquare);
    }

    private static AdamState ReadAdam(BinaryReader reader) =>
        new(
            new AdamOptions
            {
                LearningRate = reader.ReadDouble(),
                Beta1 = reader.ReadDouble(),
                Beta2 = reader.ReadDouble(),
                Epsilon = reader.ReadDouble(),
            },
            reader.ReadInt32(),
            ReadArray<float>(reader),
            ReadArray<float>(reader));

    private static void WriteLbfgs(BinaryWriter writer, LbfgsState state)
    {
        writer.Write(state.Options.LearningRate);
        writer.Write(state.Options.HistorySize);
        writer.Write((int)state.Options.LineSearch);
        writer.Write(state.GradientScale);
        WritePoint(writer, state.Previous);
        WriteArray(writer, state.Step);
        WritePoint(writer, state.Arrival);
        writer.Write(state.History is not null);
        if (state.History is { } history)
            WriteHistory(writer, history);
        writer.Write(state.Search is not null);
        if (state.Search is not { } search)
            return;

        writer.Write(search.GradientSum);
        writer.Write(search.StepSum);
    }

    private static LbfgsState ReadLbfgs(BinaryReader reader) =>
        new(
            new LbfgsOptions
            {
                LearningRate = reader.ReadDouble(),
                HistorySize = reader.ReadInt32(),
                LineSearch = (LineSearchKind)reader.ReadInt32(),
            },
            reader.ReadDouble(),
            ReadPoint(reader),
            ReadArray<float>(reader),
            ReadPoint(reader),
            reader.ReadBoolean() ? ReadHistory(reader) : null,
            reader.ReadBoolean() ? new BegunSearch(reader.ReadDouble(), reader.ReadDouble()) : null);

    private static void WriteHistory(BinaryWriter writer, CurvatureHistoryState state)
    {
        writer.Write(state.NextSlot);
        writer.Write(state.SlotsTouched);
        writer.Write(state.Steps.Length);
        foreach (var vector in state.Steps.Concat(state.Differences))
            WriteArray(writer, vector);

        WriteArray(writer, state.StepsByDifferences);
        WriteArray(writer, state.DifferencesByDifferences);
        WriteArray(writer, state.StepsByGradient);
        WriteArray(writer, state.DifferencesByGradient);
    }

    private static CurvatureHistoryState ReadHistory(BinaryReader reader)
    {
        var (nextSlot, slotsTouched, pairs) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (pairs is < 0 or > LbfgsOptions.MaxHistorySize)
            throw new InvalidDataException($"The state has {pairs} pairs; it may have 0 to {LbfgsOptions.MaxHistorySize}.");

        return new(
            nextSlot,
            slotsTouched,
            [.. Enumerable.Range(0, pairs).Select(_ => ReadArray<float>(reader))],
            [.. Enumerable.Range(0, pairs).Select(_ => ReadArray<float>(reader))],
            ReadArray<double>(reader),
            ReadArray<double>(reader),
            ReadArray<double>(reader),
            ReadArray<double>(reader));
    }

    private static void WritePoint(BinaryWriter writer, EvaluatedPointState? point)
    {
        writer.Write(point is not null);
        if (point is null)
            return;

        WriteArray(writer, point.Image);
        writer.Write(point.Loss);
        WriteArray(writer, point.Gradient);
    }

    private static EvaluatedPointState? ReadPoint(BinaryReader reader) =>
        reader.ReadBoolean() ? new(ReadArray<float>(reader), reader.ReadDouble(), ReadArray<float>(reader)) : null;

    // The bytes as they are in memory: every machine that libtorch runs on is little-endian.
    private static void WriteArray<T>(BinaryWriter writer, ImmutableArray<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static ImmutableArray<T> ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var length = reader.ReadInt32();
        var rest = reader.BaseStream.CanSeek ? reader.BaseStream.Length - reader.BaseStream.Position : long.MaxValue;
        if (length < 0 || length > rest / Marshal.SizeOf<T>())
            throw new InvalidDataException($"The state has an array of {length} values, and {rest} bytes are left of it.");

        var values = new T[length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
