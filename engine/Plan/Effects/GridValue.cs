namespace NeuralStyle.Plan.Effects;

/// <summary>A cell of the grid that has a measure.</summary>
/// <param name="Coordinates">The index of its value on each axis.</param>
/// <param name="TrialId">Its trial; several cells may have the same.</param>
/// <param name="Value">The measure.</param>
internal sealed record GridValue(IReadOnlyList<int> Coordinates, string TrialId, double Value)
{
    /// <summary>A key that cells have in common that differ in one axis only.</summary>
    public string KeyWithout(int axis) => string.Join(',', Coordinates.Where((_, index) => index != axis));
}
