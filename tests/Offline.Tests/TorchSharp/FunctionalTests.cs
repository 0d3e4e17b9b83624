using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class FunctionalTests
{
    // [1, 1, 4, 4]: 0..15
    private static Tensor Sixteen => arange(16, dtype: float32).reshape(1, 1, 4, 4);

    [Fact]
    public void Pools_OfTwoByTwo_GiveMaximumAndAverage()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([5f, 7f, 13f, 15f], max_pool2d(Sixteen, 2).flatten().data<float>().ToArray());
        Assert.Equal([2.5f, 4.5f, 10.5f, 12.5f], avg_pool2d(Sixteen, 2).flatten().data<float>().ToArray());
        Assert.Equal([1, 1, 3, 3], max_pool2d(Sixteen, 2, stride: 1).shape);
        Assert.Equal([1, 1, 2, 2], max_pool2d(Sixteen, [3, 3], strides: [2, 2], padding: [1, 1]).shape);
        Assert.Equal([1, 1, 2, 1], avg_pool2d(Sixteen, (2, 4)).shape);
    }

    [Fact]
    public void Conv2d_WithStrideAndPadding_HasTheShape()
    {
        using var scope = NewDisposeScope();
        var weight = ones(2, 1, 3, 3);
        Assert.Equal([1, 2, 4, 4], conv2d(Sixteen, weight, padding: [1, 1]).shape);
        Assert.Equal([1, 2, 2, 2], conv2d(Sixteen, weight, strides: [2, 2], padding: [1, 1]).shape);
        Assert.Equal(45f, conv2d(Sixteen, weight)[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void Relu_InPlace_ChangesItsInput()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { -1f, 2f });
        Assert.Equal([0f, 2f], relu(a).data<float>().ToArray());
        Assert.Equal([-1f, 2f], a.data<float>().ToArray());
        _ = relu(a, inplace: true);
        Assert.Equal([0f, 2f], a.data<float>().ToArray());
    }

    [Fact]
    public void Pad_OfEachMode_GivesTheBorder()
    {
        using var scope = NewDisposeScope();
        var row = tensor(new[] { 1f, 2f, 3f }, [1, 1, 3]);
        Assert.Equal([0f, 1f, 2f, 3f, 0f], pad(row, (1, 1)).flatten().data<float>().ToArray());
        Assert.Equal([2f, 1f, 2f, 3f, 2f], pad(row, (1, 1), PaddingModes.Reflect).flatten().data<float>().ToArray());
        Assert.Equal([1f, 1f, 2f, 3f, 3f], pad(row, (1, 1), PaddingModes.Replicate).flatten().data<float>().ToArray());
        Assert.Equal([3f, 1f, 2f, 3f, 1f], pad(row, (1, 1), PaddingModes.Circular).flatten().data<float>().ToArray());
        Assert.Equal([1f, 2f, 3f, 9f], pad(row, [0, 1], value: 9).flatten().data<float>().ToArray());
    }

    [Fact]
    public void Interpolate_OfEachMode_GivesTheWorkedResult()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0f, 2f, 8f, 10f], interpolate(Sixteen, size: [2, 2]).flatten().data<float>().ToArray());
        Assert.Equal(
            [2.5f, 4.5f, 10.5f, 12.5f],
            interpolate(Sixteen, size: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false).flatten().data<float>().ToArray());
        Assert.Equal([1, 1, 8, 8], interpolate(Sixteen, scale_factor: [2, 2], mode: InterpolationMode.Bicubic, align_corners: false).shape);
        Assert.Equal(
            [2.5f, 4.5f, 10.5f, 12.5f], interpolate(Sixteen, size: [2, 2], mode: InterpolationMode.Area).flatten().data<float>().ToArray());
    }

    [Fact]
    public void InstanceNorm_OfImage_HasMeanZeroAndVarianceOne()
    {
        using var scope = NewDisposeScope();
        var normed = instance_norm(Sixteen * 3 + 7);
        Assert.Equal(0f, normed.mean().item<float>(), 5);
        Assert.Equal(1f, normed.var([0, 1, 2, 3], unbiased: false).item<float>(), 4);
    }

    [Fact]
    public void Losses_OfEachReduction_GiveTheWorkedResult()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { 1f, 2f });
        var b = tensor(new[] { 2f, 5f });
        Assert.Equal(5f, mse_loss(a, b).item<float>());
        Assert.Equal(10f, mse_loss(a, b, nn.Reduction.Sum).item<float>());
        Assert.Equal([1f, 9f], mse_loss(a, b, nn.Reduction.None).data<float>().ToArray());
        Assert.Equal(2f, l1_loss(a, b).item<float>());
        Assert.Equal(1f, normalize(tensor(new[] { 3f, 4f }, [1, 2])).square().sum().item<float>(), 6);
    }
}
