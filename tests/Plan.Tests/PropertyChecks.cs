using FsCheck;

namespace NeuralStyle.Plan.Tests;

internal static class PropertyChecks
{
    /// <summary>Checks a property on 100 random inputs; silent when it holds.</summary>
    public static void Holds(this Property property) => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), property);
}
