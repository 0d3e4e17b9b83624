using TorchSharp;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

[Collection(TensorsOneAtATime.Name)]
public class DataTests
{
    [Fact]
    public void Tensor_FromArray_CopiesIt()
    {
        float[] array = [1f, 2f, 3f, 4f];
        using var tensor = torch.tensor(array, [2, 2]);
        array[0] = 9f;
        Assert.Equal([1f, 2f, 3f, 4f], tensor.data<float>().ToArray());
        Assert.Equal([2, 2], tensor.shape);
        Assert.Equal([2, 1], tensor.stride());
        Assert.Equal("[2x2], type = Float32, device = cpu", tensor.ToString());
    }

    [Fact]
    public void FromArray_AndFromBuffer_ShareTheMemory()
    {
        float[] array = [1f, 2f, 3f, 4f];
        using var shared = from_array(array);
        using var tail = frombuffer(array, float32, count: 2, offset: 2);
        array[3] = 9f;
        shared[0] = 7f;
        Assert.Equal([7f, 2f, 3f, 9f], shared.data<float>().ToArray());
        Assert.Equal([3f, 9f], tail.data<float>().ToArray());
        Assert.Equal(7f, array[0]);
    }

    [Fact]
    public void FromArray_OfForgottenArray_KeepsItAlive()
    {
        using var tensor = Make();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (float)i), tensor.data<float>().ToArray());

        static Tensor Make() => from_array(Enumerable.Range(0, 1000).Select(i => (float)i).ToArray());
    }

    [Fact]
    public void Tensor_OfEachType_RoundTrips()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 255], tensor(new byte[] { 1, 255 }).data<byte>().ToArray());
        Assert.Equal([1, -2], tensor(new[] { 1, -2 }).data<int>().ToArray());
        Assert.Equal([1L, -2L], tensor(new[] { 1L, -2L }).data<long>().ToArray());
        Assert.Equal([1.5, -2.5], tensor(new[] { 1.5, -2.5 }).data<double>().ToArray());
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal([(Half)1.5f], tensor(new[] { 1.5f }).half().data<Half>().ToArray());
        Assert.Equal(5, tensor(5).item<int>());
        Assert.Equal(0, tensor(5f).ndim);
        Assert.Equal(1.5f, tensor(1.5f).bfloat16().to(float32).item<float>());
    }

    [Fact]
    public void Data_OfTransposedTensor_FollowsTheIndices()
    {
        using var scope = NewDisposeScope();
        var transposed = arange(6, dtype: float32).reshape(2, 3).t();
        Assert.False(transposed.is_contiguous());
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], transposed.data<float>().ToArray());
        Assert.Equal(4f, transposed.data<float>()[1, 1]);
        Assert.Equal(4f, transposed.ReadCpuSingle(3));
        transposed.data<float>().CopyFrom(new[] { 10f, 11f, 12f });
        Assert.Equal([10f, 12f, 2f, 11f, 4f, 5f], transposed.t().contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Data_WrittenByIndex_ChangesTheTensor()
    {
        using var tensor = zeros(2, 2);
        var data = tensor.data<float>();
        data[1, 0] = 5f;
        Assert.Equal(5f, data[2]);
        data.CopyFrom(new[] { 7f }, tensorIndex: 3);
        Assert.Equal([0f, 0f, 5f, 7f], tensor.data<float>().ToArray());
        Assert.Equal(4, data.Count);
        Assert.Equal([0f, 0f, 5f, 7f], data);
    }

    [Fact]
    public void Bytes_ReadAndWritten_RoundTrip()
    {
        using var source = tensor(new[] { 1f, 2f, 3f });
        using var target = zeros(3);
        target.bytes = source.bytes;
        Assert.Equal([1f, 2f, 3f], target.data<float>().ToArray());
        Assert.Equal(12, target.bytes.Length);
        Assert.Throws<ArgumentException>(() => target.bytes = new byte[4]);
        using var transposed = zeros(2, 3).t();
        Assert.Throws<InvalidOperationException>(() => transposed.bytes.Length);
    }

    [Fact]
    public void Streams_OfBytes_RoundTripAndEndEarlyIsAnError()
    {
        using var source = rand(1000);
        using var target = zeros(1000);
        using var stream = new MemoryStream();
        source.WriteBytesToStream(stream, bufferSize: 300);
        stream.Position = 0;
        target.ReadBytesFromStream(stream, bufferSize: 700);
        Assert.True(source.Equals(target));
        Assert.Throws<EndOfStreamException>(() => target.ReadBytesFromStream(stream));
    }

    [Fact]
    public void To_OfTypesAndCopies_ConvertsOrShares()
    {
        using var scope = NewDisposeScope();
        var source = tensor(new[] { 1.7f, -1.7f });
        Assert.Equal([1, -1], source.to(int32).data<int>().ToArray());
        source.to(float32).fill_(3);
        Assert.Equal([3f, 3f], source.data<float>().ToArray());
        source.to(float32, copy: true).fill_(4);
        source.clone().fill_(4);
        Assert.Equal([3f, 3f], source.data<float>().ToArray());
        Assert.Equal(DeviceType.CPU, source.to(CPU).device_type);
        Assert.Equal("cpu", source.device.ToString());
    }
}
