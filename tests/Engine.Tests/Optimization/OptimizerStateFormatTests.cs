using NeuralStyle.Engine.Optimization;
using static TorchSharp.torch;

namespace NeuralStyle.Engine.Tests.Optimization;

public sealed class OptimizerStateFormatTests
{
    [Theory]
    [InlineData("adam")]
    [InlineData("fixed")]
    [InlineData("strong-wolfe")]
    public void Read_WhatWasWritten_GivesTheSameValues(string name)
    {
        var state = State(name);
        using var stream = new MemoryStream();
        OptimizerStateFormat.Write(stream, state);
        stream.WriteByte(42); // other data may follow
        stream.Position = 0;

        var read = OptimizerStateFormat.Read(stream);

        Assert.Equal(42, stream.ReadByte());
        if (state is AdamState adam)
        {
            var other = Assert.IsType<AdamState>(read);
            Assert.Equal(adam.Options, other.Options);
            Assert.Equal(5, other.Steps);
            Assert.Equal(adam.Mean, other.Mean.AsEnumerable());
            Assert.Equal(adam.MeanSquare, other.MeanSquare.AsEnumerable());
            return;
        }

        var (before, after) = ((LbfgsState)state, Assert.IsType<LbfgsState>(read));
        Assert.Equal(before.Options, after.Options);
        Assert.Equal(before.GradientScale, after.GradientScale);
        Assert.Equal(before.Previous!.Loss, after.Previous!.Loss);
        Assert.Equal(before.Previous.Image, after.Previous.Image.AsEnumerable());
        Assert.Equal(before.Previous.Gradient, after.Previous.Gradient.AsEnumerable());
        Assert.Equal(before.Step, after.Step.AsEnumerable());
        Assert.Equal(before.Arrival?.Gradient, after.Arrival?.Gradient.AsEnumerable());
        Assert.Equal(before.History!.Steps.SelectMany(v => v), after.History!.Steps.SelectMany(v => v));
        Assert.Equal(before.History.Differences.SelectMany(v => v), after.History.Differences.SelectMany(v => v));
        Assert.Equal(before.History.StepsByDifferences, after.History.StepsByDifferences.AsEnumerable());
        Assert.Equal((before.History.NextSlot, before.History.SlotsTouched), (after.History.NextSlot, after.History.SlotsTouched));
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("strong-wolfe")]
    public void Read_CutShortAnywhere_ThrowsInvalidData(string name)
    {
        using var whole = new MemoryStream();
        OptimizerStateFormat.Write(whole, State(name));
        var bytes = whole.ToArray();

        for (var length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes, 0, length);
            Assert.Throws<InvalidDataException>(() => OptimizerStateFormat.Read(cut));
        }
    }

    [Theory]
    [InlineData(0, "begin with")]
    [InlineData(4, "version")]
    [InlineData(8, "There is no optimizer 99")]
    [InlineData(48, "array of")]
    public void Read_WrongByte_ThrowsSayingWhat(int position, string expected)
    {
        using var stream = new MemoryStream();
        OptimizerStateFormat.Write(stream, State("adam"));
        var bytes = stream.ToArray();
        bytes[position] = 99;
        bytes[position + 1] = position == 48 ? (byte)99 : bytes[position + 1];

        using var broken = new MemoryStream(bytes);
        var exception = Assert.Throws<InvalidDataException>(() => OptimizerStateFormat.Read(broken));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    private static OptimizerState State(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = OptimizerStateTests.Create(name);
        var (objective, image, budget) = (new ChainObjective(), TestImages.Random(3, 1, 1, 2, 3), new EvaluationBudget(100));
        for (var i = 0; i < 5; i++)
            optimizer.Step(objective, image, budget);

        return optimizer.Save();
    }
}
