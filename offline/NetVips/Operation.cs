using NetVips.Interop;

namespace NetVips;

/// <summary>An operation of libvips, called by name with its arguments set as properties.</summary>
public class Operation : VipsObject
{
    private Operation(nint pointer)
        : base(pointer)
    {
    }

    /// <summary>A new operation whose arguments are not set yet.</summary>
    /// <exception cref="VipsException">There is none of this name, or it is blocked.</exception>
    public static Operation NewFromName(string operationName)
    {
        var pointer = VipsLibrary.OperationNew(operationName);
        if (pointer == 0)
            throw new VipsException($"no such operation {operationName}");
        return new Operation(pointer);
    }

    /// <summary>Allows or refuses every operation at a name in libvips' class hierarchy and below.</summary>
    public static void Block(string name, bool state) => VipsLibrary.OperationBlockSet(name, state ? 1 : 0);

    /// <summary>Runs an operation.</summary>
    public static object Call(string operationName, params object[] args) => Call(operationName, null, null, args);

    /// <summary>Runs an operation.</summary>
    public static object Call(string operationName, VOption kwargs = null, params object[] args) =>
        Call(operationName, kwargs, null, args);

    /// <summary>Runs an operation.</summary>
    /// <param name="operationName">Its nickname or class name.</param>
    /// <param name="kwargs">Optional arguments; a name of an optional output asks for that output.</param>
    /// <param name="matchImage">The first required image; constants given for other images get its size and format.</param>
    /// <param name="args">The other required arguments, in libvips' order.</param>
    /// <returns>The output; several as an array, whose last element is a <see cref="VOption"/> where optional ones were asked for.</returns>
    /// <exception cref="VipsException">libvips reports an error.</exception>
    public static object Call(string operationName, VOption kwargs = null, Image matchImage = null, params object[] args)
    {
        var signature = OperationSignature.Of(operationName);
        if (signature.RequiredInput.Count != args.Length)
        {
            throw new ArgumentException(
                $"unable to call {operationName}: {args.Length} arguments given, but {signature.RequiredInput.Count} required");
        }

        if (signature.Modifies && matchImage is not MutableImage)
            throw new VipsException($"unable to call {operationName}: operation must be mutable");

        using var operation = NewFromName(operationName);
        operation.SetInputs(operationName, signature, kwargs, matchImage, args);
        var pointer = VipsLibrary.OperationBuild(operation);
        if (pointer == 0)
        {
            VipsLibrary.ObjectUnrefOutputs(operation);
            throw new VipsException($"unable to call {operationName}");
        }

        using var built = new Operation(pointer);
        try
        {
            return built.Outputs(signature, kwargs);
        }
        finally
        {
            // A built operation holds one reference on each output for its caller, who has taken further ones by now.
            VipsLibrary.ObjectUnrefOutputs(built);
        }
    }

    /// <summary>What libvips says of the operation.</summary>
    public Enums.OperationFlags GetFlags() => (Enums.OperationFlags)VipsLibrary.OperationGetFlags(this);

    private void SetInputs(string operationName, OperationSignature signature, VOption kwargs, Image matchImage, object[] args)
    {
        // First, so that named arguments win over those in a string.
        if (kwargs != null && kwargs.TryGetValue("string_options", out var text)
            && VipsLibrary.ObjectSetFromString(this, (string)text) != 0)
            throw new VipsException($"unable to call {operationName}");

        if (matchImage != null && signature.Self is { } self)
            SetProperty(self.Type, self.Name, matchImage);
        for (var i = 0; i < args.Length; i++)
            Set(signature.RequiredInput[i], matchImage, args[i]);

        foreach (var (givenName, givenValue) in kwargs ?? [])
        {
            var (name, value) = OlderNames.Translate(signature, givenName, givenValue);
            if (signature.OptionalInput.TryGetValue(name, out var argument))
                Set(argument, matchImage, value);
            else if (name != "string_options" && !signature.OptionalOutput.ContainsKey(name))
                throw new VipsException($"{operationName} does not support optional argument: {name}");
        }
    }

    private void Set(Argument argument, Image matchImage, object value)
    {
        if (matchImage == null || (argument.Type != ValueTypes.Image && argument.Type != ValueTypes.ArrayImage))
        {
            SetProperty(argument.Type, argument.Name, value);
            return;
        }

        using var images = new Constants(matchImage);
        var content = argument.Type == ValueTypes.Image ? (object)images.ImageOf(value) : images.ImagesOf((Array)value);
        SetProperty(argument.Type, argument.Name, content);
    }

    private object Outputs(OperationSignature signature, VOption kwargs)
    {
        var results = signature.RequiredOutput.Select(output => GetProperty(output.Type, output.Name)).ToList();
        var asked = new VOption();
        foreach (var (name, _) in kwargs ?? [])
        {
            if (signature.OptionalOutput.TryGetValue(name, out var output))
                asked.Add(name, GetProperty(output.Type, name));
        }

        if (asked.Count > 0)
            results.Add(asked);
        return results.Count == 1 ? results[0] : results.ToArray();
    }
}
