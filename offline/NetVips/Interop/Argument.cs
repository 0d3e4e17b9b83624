namespace NetVips.Interop;

/// <summary>One argument of an operation: its name, written with underscores, and the GType of its values.</summary>
internal sealed record Argument(string Name, nint Type);
