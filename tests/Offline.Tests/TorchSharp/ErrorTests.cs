using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class ErrorTests
{
    [Fact]
    public void Mm_OfShapesThatDontFit_ThrowsWithLibtorchsMessage()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ExternalException>(() => ones(2, 3).mm(ones(2, 3)));
        Assert.StartsWith("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", error.Message);
    }

    [Fact]
    public void InPlace_OnLeafThatRequiresGrad_Throws()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2).requires_grad_();
        var error = Assert.Throws<ExternalException>(() => leaf.add_(1));
        Assert.StartsWith("a leaf Variable that requires grad is being used in an in-place operation.", error.Message);
    }

    [Fact]
    public void Backward_OfNonScalar_ThrowsAndTheNextCallSucceeds()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2).requires_grad_();
        var product = leaf * 2;
        Assert.Throws<ExternalException>(product.backward);
        product.sum().backward();
        Assert.Equal([2f, 2f], leaf.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Size_OfMissingDimension_Throws()
    {
        using var tensor = ones(2);
        Assert.Throws<ExternalException>(() => tensor.size(3));
    }

    [Fact]
    public void Item_OfSeveralElements_ThrowsArgumentException()
    {
        using var tensor = ones(2);
        Assert.Throws<ArgumentException>(() => tensor.item<float>());
    }

    [Fact]
    public void Data_OfAnotherType_ThrowsArgumentExceptionWithBothTypes()
    {
        using var tensor = ones(2);
        var error = Assert.Throws<ArgumentException>(() => tensor.data<double>());
        Assert.Equal("Double is not compatible with Float32", error.Message);
    }

    [Fact]
    public void Tensor_OfTooFewElements_ThrowsArgumentException() =>
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2f }, [3]));

    [Fact]
    public void Cuda_WithoutDevice_ThrowsInvalidOperation()
    {
        Assert.SkipWhen(cuda.is_available(), "this machine has a CUDA device");
        using var tensor = ones(1);
        Assert.Throws<InvalidOperationException>(() => tensor.cuda());
        Assert.Throws<InvalidOperationException>(() => device("cuda:0"));
        Assert.Equal(0, cuda.device_count());
    }
}
