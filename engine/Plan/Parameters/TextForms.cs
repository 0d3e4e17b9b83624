namespace NeuralStyle.Plan.Parameters;

/// <summary>How a text may also be written in a manifest, beside a plain string.</summary>
[Flags]
public enum TextForms
{
    /// <summary>As a string only.</summary>
    Plain = 0,

    /// <summary>As a list of what stands between the commas: <c>[0.7, 0.3]</c>.</summary>
    List = 1,

    /// <summary>As keys with values, one pair between two commas: <c>{conv1_1: 0.05}</c>.</summary>
    Mapping = 2,
}
