using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

public class GradientTests
{
    [Fact]
    public void Backward_OfConvolution_GivesTheHandWorkedGradient()
    {
        using var scope = NewDisposeScope();
        // [1, 1, 2, 2] input, [1, 1, 2, 2] kernel: y = 1*1 + 2*2 + 3*3 + 4*4 + 0.5
        var input = tensor(new[] { 1f, 2f, 3f, 4f }, [1, 1, 2, 2]).requires_grad_();
        var weight = tensor(new[] { 1f, 2f, 3f, 4f }, [1, 1, 2, 2]);
        var bias = tensor(new[] { 0.5f });

        var y = nn.functional.conv2d(input, weight, bias);
        var loss = y.square().sum();
        loss.backward();

        Assert.Equal(30.5f, y.item<float>());
        // d(y^2)/dx = 2 y w
        Assert.Equal([61f, 122f, 183f, 244f], input.grad!.data<float>().ToArray());
    }
}
