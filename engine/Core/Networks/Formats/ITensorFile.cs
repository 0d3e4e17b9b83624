namespace NeuralStyle.Engine.Networks.Formats;

/// <summary>The tensors of one weights file by name, whatever its format. Numbers are converted when they are asked for.</summary>
public interface ITensorFile
{
    /// <summary>The form of the file.</summary>
    WeightsFormat Format { get; }

    /// <summary>What the file says about itself; empty for formats that have no place for it.</summary>
    IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Names of the tensors, in ordinal order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Whether the file holds a tensor.</summary>
    bool Contains(string tensor);

    /// <summary>The dimensions of a tensor.</summary>
    IReadOnlyList<long> ShapeOf(string tensor);

    /// <summary>The kind of a tensor's numbers, in words, such as <c>float32</c>.</summary>
    string TypeOf(string tensor);

    /// <summary>A tensor's numbers as float32, row-major. Float16 and bfloat16 widen exactly; float64 rounds.</summary>
    /// <exception cref="WeightsException">They are damaged, or of a kind that weights don't have.</exception>
    float[] ReadSingles(string tensor);
}
