using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class ShapeTests
{
    [Fact]
    public void Views_OfSixElements_HaveTheWorkedOrder()
    {
        using var scope = NewDisposeScope();
        var a = arange(6, dtype: float32).reshape(2, 3);
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], a.transpose(0, 1).reshape(-1).data<float>().ToArray());
        Assert.Equal([3, 1, 2], a.unsqueeze(0).permute(2, 0, 1).shape);
        Assert.Equal([2, 3], a.unsqueeze(0).squeeze(0).shape);
        Assert.Equal([2, 2, 3], a.expand(2, -1, -1).shape);
        Assert.Equal([4, 3], a.repeat(2, 1).shape);
        Assert.Equal([1f, 2f, 4f, 5f], a.narrow(1, 1, 2).flatten().data<float>().ToArray());
        Assert.Equal([2f, 1f, 0f, 5f, 4f, 3f], a.flip(1).flatten().data<float>().ToArray());
        Assert.Equal([2f, 0f, 1f, 5f, 3f, 4f], a.roll(1, 1).flatten().data<float>().ToArray());
        Assert.Equal([5f, 0f, 1f, 2f, 3f, 4f], a.roll(1).flatten().data<float>().ToArray());
        Assert.Equal([0f, 0f, 0f, 3f, 4f, 0f], a.tril().flatten().data<float>().ToArray());
        Assert.Equal([0f, 4f], a.diagonal().data<float>().ToArray());
        Assert.Equal([0f, 0f, 1f, 1f, 2f, 2f], a[0].repeat_interleave(2).data<float>().ToArray());
    }

    [Fact]
    public void Permuted_ToChannelsLast_IsKeptByConvolution()
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 4, 5);
        var channelsLast = image.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        Assert.Equal([60, 1, 15, 3], channelsLast.stride());
        var weight = rand(2, 3, 3, 3);
        var result = nn.functional.conv2d(channelsLast, weight, padding: [1, 1]);
        Assert.True(allclose(result, nn.functional.conv2d(image, weight, padding: [1, 1]), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void Indexers_ReadAndWrite()
    {
        using var scope = NewDisposeScope();
        var a = arange(12, dtype: float32).reshape(3, 4);
        Assert.Equal(6f, a[1, 2].item<float>());
        Assert.Equal([4f, 5f, 6f, 7f], a[1].data<float>().ToArray());
        Assert.Equal([2f, 6f, 10f], a[.., 2].data<float>().ToArray());
        Assert.Equal([5f, 6f], a[1, 1..3].data<float>().ToArray());
        Assert.Equal([3f, 7f, 11f], a[TensorIndex.Ellipsis, -1].data<float>().ToArray());
        Assert.Equal([0f, 8f], a[TensorIndex.Slice(0, null, 2), 0].data<float>().ToArray());
        Assert.Equal([1, 3, 4], a[TensorIndex.Null].shape);
        Assert.Equal([10f, 11f], a[a > 9].data<float>().ToArray());
        Assert.Equal([8f, 9f, 10f, 11f, 0f, 1f, 2f, 3f], a.index_select(0, tensor(new[] { 2L, 0L })).flatten().data<float>().ToArray());
        a[0, 0] = 50f;
        a[1] = ones(4);
        a[1, TensorIndex.Colon] -= 1;
        Assert.Equal([50f, 1f, 2f, 3f, 0f, 0f, 0f, 0f], a.narrow(0, 0, 2).flatten().data<float>().ToArray());
        Assert.Equal([50f, -1f], a[0].narrow(0, 0, 2).masked_fill(tensor(new[] { false, true }), -1).data<float>().ToArray());
        Assert.Equal([1f, 50f], a[0].gather(0, tensor(new[] { 1L, 0L })).data<float>().ToArray());
    }

    [Fact]
    public void CatStackAndSplit_AreInverse()
    {
        using var scope = NewDisposeScope();
        var a = ones(1, 2);
        var b = zeros(1, 2);
        Assert.Equal([2, 2], cat([a, b]).shape);
        Assert.Equal([1f, 1f, 0f, 0f], cat([a, b], 1).flatten().data<float>().ToArray());
        Assert.Equal([2, 1, 2], stack([a, b]).shape);
        var parts = cat([a, b]).split(1);
        Assert.Equal([1f, 0f], parts.Select(part => part.sum().item<float>() / 2));
        Assert.Equal([2, 1], arange(3).chunk(2).Select(part => part.numel()));
        Assert.Equal([1, 2], arange(3).split([1L, 2L]).Select(part => part.numel()));
        Assert.Equal(3, arange(3).unbind().Length);
    }

    [Fact]
    public void Factories_GiveTypeShapeAndValues()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0.5, 3).dtype);
        Assert.Equal([0f, 0.5f, 1f], linspace(0, 1, 3).data<float>().ToArray());
        Assert.Equal([1f, 0f, 0f, 1f], eye(2).flatten().data<float>().ToArray());
        Assert.Equal([7f, 7f], full(2, 7f).data<float>().ToArray());
        Assert.Equal(ScalarType.Int64, full(2, 7).dtype);
        Assert.Equal([2, 3, 4, 5], empty(2, 3, 4, 5).shape);
        var like = zeros_like(ones(2, 3, float64));
        Assert.Equal(ScalarType.Float64, like.dtype);
        Assert.Equal([2, 3], like.shape);
        Assert.True(ones(1, requires_grad: true).requires_grad);
    }
}
