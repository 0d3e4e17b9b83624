using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class DisposeScopeTests
{
    [Fact]
    public void Dispose_OfScope_DisposesWhatWasMadeInside()
    {
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = zeros(2) + 1;
            Assert.False(inside.IsInvalid);
            Assert.True(scope.Contains(inside));
            Assert.Equal(2, scope.DisposablesCount);
        }

        Assert.True(inside.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => inside.Handle);
    }

    [Fact]
    public void Dispose_OfScope_LeavesWhatWasMadeOutside()
    {
        using var outside = ones(2);
        using (NewDisposeScope())
            _ = outside + 1;
        Assert.Equal([1f, 1f], outside.data<float>().ToArray());
    }

    [Fact]
    public void MoveToOuterDisposeScope_InNestedScopes_MovesByOneScope()
    {
        using var outer = NewDisposeScope();
        Tensor moved;
        using (var middle = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(1).MoveToOuterDisposeScope();
                Assert.True(middle.Contains(moved));
            }

            Assert.False(moved.IsInvalid);
            Assert.Same(middle, CurrentDisposeScope);
        }

        Assert.True(moved.IsInvalid);
        Assert.Same(outer, CurrentDisposeScope);
    }

    [Fact]
    public void MoveToOuterDisposeScope_WithoutOuterScope_Detaches()
    {
        Tensor moved;
        using (NewDisposeScope())
            moved = ones(1).MoveToOuterDisposeScope();
        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void MoveToOuter_OfSeveral_ReturnsThemInOrder()
    {
        using var outer = NewDisposeScope();
        Tensor first, second;
        using (var inner = NewDisposeScope())
            (first, second) = inner.MoveToOuter(ones(1), zeros(1));
        Assert.Equal(1f, first.item<float>());
        Assert.Equal(0f, second.item<float>());
        Assert.Equal(2, outer.DisposablesCount);
    }

    [Fact]
    public void DetachFromDisposeScope_InNestedScopes_OutlivesAll()
    {
        Tensor kept;
        using (NewDisposeScope())
        using (NewDisposeScope())
            kept = ones(1).DetachFromDisposeScope();
        Assert.Equal(1f, kept.item<float>());
        kept.Dispose();
    }

    [Fact]
    public void Attach_OfOutsideTensor_DisposesItWithTheScope()
    {
        var outside = ones(1);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(outside);
            Assert.Equal(1, scope.DisposablesCount);
        }

        Assert.True(outside.IsInvalid);
    }

    [Fact]
    public void Attach_OfTensorOfAnotherScope_MovesIt()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        var tensor = ones(1);
        outer.Attach(tensor);
        Assert.False(inner.Contains(tensor));
        Assert.True(outer.Contains(tensor));
    }

    [Fact]
    public void MoveToOtherDisposeScope_OfTensorWithoutScope_AttachesIt()
    {
        var outside = ones(1);
        using var scope = NewDisposeScope();
        var inside = zeros(1);
        outside.MoveToOtherDisposeScope(inside);
        Assert.True(scope.Contains(outside));
    }

    [Fact]
    public void DisposeEverythingBut_OneKept_DisposesTheOthers()
    {
        using var scope = NewDisposeScope();
        var gone = ones(1);
        var kept = scope.DisposeEverythingBut(zeros(1));
        Assert.True(gone.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.Equal([kept], scope.DisposablesView);
    }

    [Fact]
    public void Dispose_OfTensorInScope_TakesItOutAndIsHarmlessTwice()
    {
        var before = Tensor.TotalCount;
        using (var scope = NewDisposeScope())
        {
            var tensor = ones(1);
            tensor.Dispose();
            tensor.Dispose();
            Assert.Equal(0, scope.DisposablesCount);
            Assert.Equal(before, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_OfScopeTwice_IsHarmless()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();
        Assert.Null(CurrentDisposeScope);
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
    }

    [Fact]
    public void Dispose_OfOuterScopeFirst_KeepsTheInnerOneCurrent()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.Same(inner, CurrentDisposeScope);
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void WrappedTensorDisposeScope_KeepsOnlyTheResult()
    {
        using var scope = NewDisposeScope();
        var result = WrappedTensorDisposeScope(() => ones(2) + ones(2) * 3);
        Assert.Equal([4f, 4f], result.data<float>().ToArray());
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Statistics_OfThread_CountCreationsAndDisposals()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        ones(1).Dispose();
        using (NewDisposeScope())
        {
            var detached = ones(1).DetachFromDisposeScope();
            _ = ones(1);
            Assert.Equal(2, statistics.ThreadTotalLiveCount);
            detached.Dispose();
        }

        Assert.Equal(1, statistics.CreatedOutsideScopeCount);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedOutsideScopeCount);
        Assert.Equal(1, statistics.DisposedInScopeCount);
        Assert.Equal(1, statistics.DetachedFromScopeCount);
        Assert.Equal(0, statistics.AttachedToScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void CurrentDisposeScope_OnAnotherThread_IsItsOwn()
    {
        using var scope = NewDisposeScope();
        DisposeScope? seen = scope;
        var thread = new Thread(() => seen = CurrentDisposeScope);
        thread.Start();
        thread.Join();
        Assert.Null(seen);
    }
}
