namespace NeuralStyle.Functions.Orchestrations;

/// <summary>How a trial reaches the engine.</summary>
public enum TrialDispatch
{
    /// <summary>Over the queue <c>trials</c>, to whichever worker takes it.</summary>
    Queue,

    /// <summary>As an ordinary activity of the same app: one container does it all.</summary>
    Activity,
}
