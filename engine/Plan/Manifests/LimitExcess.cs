namespace NeuralStyle.Plan.Manifests;

/// <summary>What happens to a sweep that asks for more than its limits allow.</summary>
public enum LimitExcess
{
    /// <summary>It is refused before anything runs.</summary>
    Refuse,

    /// <summary>Trials are kept in planned order until a limit is reached; the others are shown as not run.</summary>
    Cut,
}
