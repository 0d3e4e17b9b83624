namespace NeuralStyle.Engine.Networks.Formats.Pickle;

/// <summary>Says what the names and references of a pickle stand for; whoever implements it decides what is allowed at all.</summary>
internal interface IPickleObjects
{
    /// <summary>What a global name stands for.</summary>
    /// <exception cref="WeightsException">It is not allowed.</exception>
    object Global(string module, string name);

    /// <summary>What a global makes of its arguments.</summary>
    /// <exception cref="WeightsException">It is not one that makes something, or not of these.</exception>
    object Make(object? global, object?[] arguments);

    /// <summary>What a reference to something outside of the pickle stands for.</summary>
    /// <exception cref="WeightsException">It is none that is known.</exception>
    object Persistent(object? id);
}
