namespace NeuralStyle.Infra.Tests.Bicep;

/// <summary>What read-bicep.mjs finds in a file.</summary>
public sealed record BicepFile(
    string File,
    IReadOnlyList<BicepMark> Errors,
    IReadOnlyList<BicepParameter> Parameters,
    IReadOnlyList<BicepResource> Resources,
    IReadOnlyList<BicepModule> Modules,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<BicepMark> Undeclared,
    IReadOnlyList<string> Functions,
    IReadOnlyList<BicepMark> ModuleOutputs,
    IReadOnlyList<string> Used)
{
    /// <summary>The file's name within the repository.</summary>
    public string Name => Path.GetRelativePath(Repository.Root, File);
}
