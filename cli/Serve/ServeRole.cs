namespace NeuralStyle.Cli.Serve;

/// <summary>Which part of the app one process serves, where several share an account.</summary>
public enum ServeRole
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>All but the trials: one such process an account, since orchestrations live in its memory.</summary>
    Control,

    /// <summary>The trials and nothing else; as many such processes as there are devices.</summary>
    Worker,
}
