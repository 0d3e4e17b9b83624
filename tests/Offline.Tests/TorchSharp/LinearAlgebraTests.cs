using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class LinearAlgebraTests
{
    [Fact]
    public void Products_OfSmallMatrices_GiveTheWorkedResult()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]);
        Assert.Equal([7f, 10f, 15f, 22f], matmul(a, a).flatten().data<float>().ToArray());
        Assert.Equal([5f, 11f, 11f, 25f], a.mm(a.t()).flatten().data<float>().ToArray());
        Assert.Equal([5f, 11f, 11f, 25f], einsum("ij,kj->ik", a, a).flatten().data<float>().ToArray());
        Assert.Equal([5f, 11f, 11f, 25f], bmm(a.unsqueeze(0), a.mT.unsqueeze(0)).flatten().data<float>().ToArray());
        Assert.Equal([8f, 12f, 18f, 26f], addmm(a, a, a, 1, 1).flatten().data<float>().ToArray());
        Assert.Equal(30f, a.flatten().dot(a.flatten()).item<float>());
        Assert.Equal([1f, 2f, 2f, 4f], a[0].outer(a[0]).flatten().data<float>().ToArray());
    }

    [Fact]
    public void Decompositions_OfPositiveMatrix_RebuildIt()
    {
        using var scope = NewDisposeScope();
        var a = tensor(new[] { 4.0, 1.0, 1.0, 3.0 }, [2, 2]);
        var (u, s, vh) = linalg.svd(a);
        Assert.True(allclose(u.matmul(s.diag()).matmul(vh), a));
        var (values, vectors) = linalg.eigh(a);
        Assert.True(allclose(vectors.matmul(values.diag()).matmul(vectors.t()), a));
        var lower = linalg.cholesky(a);
        Assert.True(allclose(lower.matmul(lower.t()), a));
        Assert.True(allclose(linalg.inv(a).matmul(a), eye(2, dtype: float64)));
        var (q, r) = linalg.qr(a);
        Assert.True(allclose(q.matmul(r), a));
        Assert.Equal(11.0, linalg.det(a).item<double>(), 12);
        Assert.Equal(Math.Sqrt(27), linalg.norm(a).item<double>(), 12);
        Assert.Equal(5.0, linalg.norm(a, 1).item<double>(), 12);
        Assert.Equal(Math.Sqrt(27), linalg.norm(a, "fro").item<double>(), 12);
    }
}
