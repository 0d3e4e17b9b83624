using System.Collections.Concurrent;

namespace NetVips.Interop;

/// <summary>The arguments of an operation, as libvips itself lists them, in the order in which it wants them.</summary>
internal sealed class OperationSignature
{
    // What libvips tells of an operation never changes in a process, and asking takes longer than a small operation does.
    private static readonly ConcurrentDictionary<string, OperationSignature> Known = new();

    private OperationSignature(string operationName)
    {
        using var operation = Operation.NewFromName(operationName);
        foreach (var (name, flags) in List(operation))
        {
            var argument = new Argument(name, operation.TypeOfProperty(name));
            var required = (flags & (ArgumentFlags.Required | ArgumentFlags.Deprecated)) == ArgumentFlags.Required;
            if (flags.HasFlag(ArgumentFlags.Input))
                AddInput(argument, required, flags.HasFlag(ArgumentFlags.Modify));
            else if (flags.HasFlag(ArgumentFlags.Output) && required)
                RequiredOutput.Add(argument);
            else if (flags.HasFlag(ArgumentFlags.Output))
                OptionalOutput.Add(name, argument);
        }
    }

    /// <summary>The first required image, which a method of an image fills with its own; null where the operation has none.</summary>
    internal Argument Self { get; private set; }

    internal List<Argument> RequiredInput { get; } = [];

    internal Dictionary<string, Argument> OptionalInput { get; } = [];

    internal List<Argument> RequiredOutput { get; } = [];

    internal Dictionary<string, Argument> OptionalOutput { get; } = [];

    /// <summary>Whether the operation changes its image in place.</summary>
    internal bool Modifies { get; private set; }

    internal static OperationSignature Of(string operationName) => Known.GetOrAdd(operationName, name => new OperationSignature(name));

    private static unsafe List<(string Name, ArgumentFlags Flags)> List(Operation operation)
    {
        if (VipsLibrary.ObjectGetArguments(operation, out var names, out var flags, out var count) != 0)
            throw new VipsException("unable to list the arguments of an operation");
        var arguments = new List<(string Name, ArgumentFlags Flags)>(count);
        for (var i = 0; i < count; i++)
        {
            if (((ArgumentFlags)flags[i]).HasFlag(ArgumentFlags.Construct))
                arguments.Add((NativeText.Borrow(names[i]).Replace('-', '_'), (ArgumentFlags)flags[i]));
        }

        return arguments;
    }

    private void AddInput(Argument argument, bool required, bool modifies)
    {
        Modifies |= required && modifies;
        if (!required)
            OptionalInput.Add(argument.Name, argument);
        else if (Self == null && argument.Type == ValueTypes.Image)
            Self = argument;
        else
            RequiredInput.Add(argument);
    }
}
