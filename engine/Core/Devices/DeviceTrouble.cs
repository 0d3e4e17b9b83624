namespace NeuralStyle.Engine.Devices;

/// <summary>What can be the matter with a device, whatever trial is run on it.</summary>
public enum DeviceTrouble
{
    /// <summary>The tensor library does not find it.</summary>
    Missing,

    /// <summary>It failed in a way that this process can't heal: every later call would fail too. A new process may do better.</summary>
    Broken,
}
