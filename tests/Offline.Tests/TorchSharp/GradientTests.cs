using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class GradientTests
{
    [Fact]
    public void Backward_OfConvolution_GivesTheHandWorkedGradient()
    {
        using var scope = NewDisposeScope();
        // [1, 1, 2, 2] input and kernel: y = 1*1 + 2*2 + 3*3 + 4*4 + 0.5
        var input = tensor(new[] { 1f, 2f, 3f, 4f }, [1, 1, 2, 2]).requires_grad_();
        var weight = tensor(new[] { 1f, 2f, 3f, 4f }, [1, 1, 2, 2]);
        var bias = tensor(new[] { 0.5f });

        var y = nn.functional.conv2d(input, weight, bias);
        y.square().sum().backward();

        Assert.Equal(30.5f, y.item<float>());
        // d(y^2)/dx = 2 y w
        Assert.Equal([61f, 122f, 183f, 244f], input.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Grad_OfTwoInputs_GivesBothAndAccumulatesNothing()
    {
        using var scope = NewDisposeScope();
        var a = tensor(3f).requires_grad_();
        var b = tensor(4f).requires_grad_();
        var grads = autograd.grad([a * a * b], [a, b]);
        Assert.Equal([24f, 9f], grads.Select(grad => grad.item<float>()));
        Assert.Null(a.grad);
    }

    [Fact]
    public void Grad_OfUnusedInput_IsInvalidWhenAllowed()
    {
        using var scope = NewDisposeScope();
        var used = tensor(3f).requires_grad_();
        var unused = tensor(4f).requires_grad_();
        var grads = autograd.grad([used * 2], [used, unused], allow_unused: true);
        Assert.Equal(2f, grads[0].item<float>());
        Assert.True(grads[1].IsInvalid);
    }

    [Fact]
    public void Grad_WithGradOutputs_WeighsThem()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { 1f, 2f }).requires_grad_();
        var grads = autograd.grad([a * a], [a], [tensor(new[] { 10f, 100f })]);
        Assert.Equal([20f, 400f], grads[0].data<float>().ToArray());
    }

    [Fact]
    public void Grad_OfGrad_WithCreateGraph_IsTheSecondDerivative()
    {
        using var scope = NewDisposeScope();
        var a = tensor(2f).requires_grad_();
        var first = autograd.grad([a.pow(3)], [a], create_graph: true)[0];
        var second = autograd.grad([first], [a])[0];
        Assert.Equal(12f, first.item<float>());
        Assert.Equal(12f, second.item<float>());
    }

    [Fact]
    public void Grad_Property_AccumulatesAndResets()
    {
        using var scope = NewDisposeScope();
        var a = tensor(2f).requires_grad_();
        (a * 3).backward();
        (a * 3).backward();
        Assert.Equal(6f, a.grad!.item<float>());
        Assert.NotSame(a.grad, a.grad);
        a.grad = null;
        Assert.Null(a.grad);
        a.grad = tensor(7f);
        Assert.Equal(7f, a.grad.item<float>());
    }

    [Fact]
    public void Backward_WithRetainedGraph_RunsTwice()
    {
        using var scope = NewDisposeScope();
        var a = tensor(2f).requires_grad_();
        var square = a * a;
        square.backward(retain_graph: true);
        square.backward();
        Assert.Equal(8f, a.grad!.item<float>());
    }

    [Fact]
    public void RetainGrad_OnInnerResult_KeepsItsGradient()
    {
        using var scope = NewDisposeScope();
        var a = tensor(2f).requires_grad_();
        var inner = a * 5;
        inner.retain_grad();
        Assert.False(inner.is_leaf);
        (inner * inner).backward();
        Assert.Equal(20f, inner.grad!.item<float>());
    }

    [Fact]
    public void Detach_CutsTheGraph()
    {
        using var scope = NewDisposeScope();
        var a = tensor(2f).requires_grad_();
        var cut = (a * 3).detach();
        Assert.False(cut.requires_grad);
        (a * cut).backward();
        Assert.Equal(6f, a.grad!.item<float>());
    }

    [Fact]
    public void NoGrad_AndEnableGrad_NestAndRestore()
    {
        using var scope = NewDisposeScope();
        var a = tensor(2f).requires_grad_();
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False((a * 2).requires_grad);
            using (enable_grad())
                Assert.True((a * 2).requires_grad);
            Assert.False(is_grad_enabled());
            a.add_(1);
        }

        using (set_grad_enabled(false))
            Assert.False(is_grad_enabled());
        using (inference_mode())
            Assert.True(is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
        Assert.False(is_inference_mode_enabled());
        Assert.Equal(3f, a.item<float>());
    }

    [Fact]
    public void NoGrad_OnOneThread_LeavesOthersAlone()
    {
        var enabled = false;
        using (no_grad())
        {
            var thread = new Thread(() => enabled = is_grad_enabled());
            thread.Start();
            thread.Join();
        }

        Assert.True(enabled);
    }
}
