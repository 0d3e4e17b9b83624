namespace NetVips.Interop;

/// <summary>What libvips says of an argument of an operation (its VipsArgumentFlags).</summary>
[Flags]
internal enum ArgumentFlags
{
    None = 0,
    Required = 1,
    Construct = 2,
    Input = 16,
    Output = 32,
    Deprecated = 64,
    Modify = 128,
}
