namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>The forms of weights files that can be read; recognized by a file's first bytes, never by its name.</summary>
public enum WeightsFormat
{
    /// <summary>.safetensors: a JSON header and raw numbers.</summary>
    Safetensors,

    /// <summary>PyTorch's zip, what its <c>torch.save</c> writes since 1.6.</summary>
    TorchZip,

    /// <summary>PyTorch's older form: several pickles in a row, then raw storages.</summary>
    TorchLegacy,

    /// <summary>TorchSharp's own form, what its <c>Module.save</c> writes.</summary>
    TorchSharp,
}
