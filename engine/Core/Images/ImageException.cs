namespace NeuralStyle.Engine.Images;

/// <summary>
/// An image that cannot be used. The message names the image, says what was wrong, the value seen and what is allowed.
/// </summary>
public sealed class ImageException : Exception
{
    /// <summary>An error with a message.</summary>
    public ImageException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public ImageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
