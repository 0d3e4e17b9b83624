namespace NeuralStyle.Functions.Api;

/// <summary>What can be wrong with a request; each has a status code and a type of its own.</summary>
public enum ProblemKind
{
    /// <summary>No name that a sweep may have.</summary>
    InvalidName,

    /// <summary>A parameter of the address has a value that is not allowed.</summary>
    InvalidParameter,

    /// <summary>The body is not said to be a manifest.</summary>
    UnsupportedContent,

    /// <summary>The body is longer than a manifest may be.</summary>
    ManifestTooLarge,

    /// <summary>The manifest can't be run.</summary>
    InvalidManifest,

    /// <summary>There is no such sweep, file or request.</summary>
    NotFound,

    /// <summary>The sweep is in no state in which this can be asked.</summary>
    NotPossible,

    /// <summary>The manifest is not in the version that the request wants to replace.</summary>
    PreconditionFailed,

    /// <summary>The storage account doesn't let the app sign links.</summary>
    LinkRefused,

    /// <summary>Storage does not answer; worth a retry.</summary>
    StorageUnavailable,
}
