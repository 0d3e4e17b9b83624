namespace NeuralStyle.Functions.Api;

/// <summary>The answer to something that was asked of a sweep.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Request">What was asked, in the words of the address.</param>
/// <param name="Effect">What that means.</param>
/// <param name="Status">The path of its status.</param>
public sealed record AskedSweep(string Sweep, string Request, string Effect, string Status);
