namespace NeuralStyle.Engine.Devices;

/// <summary>What an error of the tensor library on a GPU means for what comes after it.</summary>
public enum DeviceErrorKind
{
    /// <summary>Its text doesn't say; the device has to be asked.</summary>
    Unclear,

    /// <summary>Memory was short: it is freed with the trial, and a smaller one may do.</summary>
    Memory,

    /// <summary>The process's context on the device is lost, or nothing can ever run on it: every later call fails too.</summary>
    Lasting,
}
