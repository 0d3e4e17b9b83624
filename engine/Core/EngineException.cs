namespace NeuralStyle.Engine;

/// <summary>
/// A final failure of one trial: trying again would end the same way. Its message says what was wrong, the value seen and what
/// is allowed, and is shown in the trial's cell.
/// </summary>
public abstract class EngineException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, the value seen, what is allowed.</param>
    /// <param name="innerException">The cause, if another exception was.</param>
    protected EngineException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
