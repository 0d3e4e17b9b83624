using NeuralStyle.Engine.Devices;

namespace NeuralStyle.Engine.Tests.Devices;

/// <summary>Over texts as libtorch words them.</summary>
public sealed class DeviceErrorsTests
{
    private const string Advice =
        "\nCUDA kernel errors might be asynchronously reported at some other API call, so the stacktrace below might be incorrect.\n"
        + "For debugging consider passing CUDA_LAUNCH_BLOCKING=1\nCompile with `TORCH_USE_CUDA_DSA` to enable device-side assertions.\n";

    [Theory]
    [InlineData("CUDA error: an illegal memory access was encountered")]
    [InlineData("CUDA error: an illegal instruction was encountered")]
    [InlineData("CUDA error: misaligned address")]
    [InlineData("CUDA error: operation not supported on global/shared address space")]
    [InlineData("CUDA error: invalid program counter")]
    [InlineData("CUDA error: unspecified launch failure")]
    [InlineData("CUDA error: device-side assert triggered")]
    [InlineData("CUDA error: hardware stack error")]
    [InlineData("CUDA error: the launch timed out and was terminated")]
    [InlineData("CUDA error: context is destroyed")]
    [InlineData("CUDA error: uncorrectable ECC error encountered")]
    [InlineData("CUDA error: uncorrectable NVLink error detected during the execution")]
    [InlineData("CUDA error: Invalid access of peer GPU memory over nvlink or a hardware error")]
    [InlineData("CUDA error: driver shutting down")]
    [InlineData("CUDA driver error: unknown error")]
    [InlineData("CUDA error: all CUDA-capable devices are busy or unavailable")]
    [InlineData("CUDA error: CUDA-capable device(s) is/are busy or unavailable")]
    [InlineData("CUDA error: no CUDA-capable device is detected")]
    [InlineData("CUDA error: CUDA driver version is insufficient for CUDA runtime version")]
    [InlineData("CUDA error: no kernel image is available for execution on the device")]
    [InlineData("CUDA error: the provided PTX was compiled with an unsupported toolchain.")]
    [InlineData("Unexpected error from cudaGetDeviceCount(). Error 803: system has unsupported display driver / cuda driver combination")]
    public void KindOf_ContextLostOrDeviceOfNoUse_IsLasting(string text)
    {
        Assert.Equal(DeviceErrorKind.Lasting, DeviceErrors.KindOf(text + Advice));
    }

    [Theory]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 14.56 GiB of which 1.31 GiB is free.")]
    [InlineData("CUDA error: out of memory")]
    [InlineData("CUDA driver error: out of memory")]
    [InlineData("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`")]
    [InlineData("cuDNN error: CUDNN_STATUS_ALLOC_FAILED")]
    [InlineData("cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED")]
    public void KindOf_MemoryShort_HealsWithTheTrial(string text)
    {
        Assert.Equal(DeviceErrorKind.Memory, DeviceErrors.KindOf(text + Advice));
    }

    [Theory]
    [InlineData("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED")]
    [InlineData("cuDNN error: CUDNN_STATUS_NOT_INITIALIZED")]
    [InlineData("CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasSgemm( handle, opa, opb, m, n, k, &alpha, a, lda, b, ldb, &beta, c, ldc)`")]
    [InlineData("CUDA error: invalid argument")]
    [InlineData("CUDA error: invalid configuration argument")]
    [InlineData("The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1")]
    [InlineData("[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 99999999999 bytes.")]
    public void KindOf_TextThatDoesNotTell_HasTheDeviceAsked(string text)
    {
        Assert.Equal(DeviceErrorKind.Unclear, DeviceErrors.KindOf(text));
    }
}
