namespace NeuralStyle.EndToEnd.Tests.Faults;

/// <summary>What a proxy does with a request.</summary>
internal enum ProxyFault
{
    /// <summary>It goes through.</summary>
    None,

    /// <summary>It is answered with 503 and never arrives.</summary>
    Refused,

    /// <summary>It arrives, and the connection breaks before the answer.</summary>
    AnswerLost,

    /// <summary>It is answered as if it had arrived, and never does.</summary>
    Swallowed,

    /// <summary>It arrives twice.</summary>
    Doubled,
}
