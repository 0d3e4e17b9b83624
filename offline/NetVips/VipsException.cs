using NetVips.Interop;

namespace NetVips;

/// <summary>An error of libvips: our message, then everything in its error buffer, which is emptied.</summary>
public class VipsException : Exception
{
    /// <summary>An error without words.</summary>
    public VipsException()
    {
    }

    /// <summary>An error with a message.</summary>
    public VipsException(string message)
        : base($"{message}{Environment.NewLine}{NativeText.Take(VipsLibrary.ErrorTake())}")
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public VipsException(string message, Exception inner)
        : base($"{message}{Environment.NewLine}{NativeText.Take(VipsLibrary.ErrorTake())}", inner)
    {
    }
}
