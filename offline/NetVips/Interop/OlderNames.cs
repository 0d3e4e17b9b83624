namespace NetVips.Interop;

/// <summary>
/// Options that the published package knows by names which came with libvips 8.15 (`keep`) or later, in the words of an older
/// libvips, so that code written for the package runs on it.
/// </summary>
internal static class OlderNames
{
    internal static (string Name, object Value) Translate(OperationSignature signature, string name, object value)
    {
        if (signature.OptionalInput.ContainsKey(name))
            return (name, value);
        return name switch
        {
            "keep" when signature.OptionalInput.ContainsKey("strip") => ("strip", Strip((Enums.ForeignKeep)value)),
            "input_profile" when signature.OptionalInput.ContainsKey("import_profile") => ("import_profile", value),
            "output_profile" when signature.OptionalInput.ContainsKey("export_profile") => ("export_profile", value),
            _ => (name, value),
        };
    }

    // All is what comes nearest to the profile alone; images made from pixels have no other metadata.
    private static bool Strip(Enums.ForeignKeep keep) => keep switch
    {
        Enums.ForeignKeep.None => true,
        Enums.ForeignKeep.All or Enums.ForeignKeep.Icc => false,
        _ => throw new VipsException($"this libvips keeps either all metadata or none; keep was {keep}, allowed are None, Icc and All"),
    };
}
