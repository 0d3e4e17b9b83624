namespace NeuralStyle.Functions.Workers;

/// <summary>Why a process can't go on as a worker.</summary>
public enum WorkerFaultKind
{
    /// <summary>The device that the settings name is not there.</summary>
    DeviceMissing,

    /// <summary>The device failed for good in this process, as a lost CUDA context does.</summary>
    DeviceBroken,

    /// <summary>The engine made no progress for so long that it is taken for hung.</summary>
    Stalled,
}
