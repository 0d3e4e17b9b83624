namespace NeuralStyle.Infra.Tests;

/// <summary>What a program said.</summary>
internal sealed record ShellResult(int ExitCode, string Output, string Error);
