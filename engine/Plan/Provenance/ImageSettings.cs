using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NeuralStyle.Plan.Json;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Plan.Provenance;

/// <summary>What a trial's <c>image.png</c> says of itself in its metadata: the setting that made it, with all hashes, and what it was made with.</summary>
public sealed record ImageSettings
{
    /// <summary>The keyword in the PNG.</summary>
    public const string Keyword = "neuralstyle-trial";

    private const int DeepestNesting = 16;

    private static readonly JsonSerializerOptions Strict = new(PlanJson.Compact)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = DeepestNesting,
    };

    /// <summary>Version of this document's form.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The trial.</summary>
    public required Trial Trial { get; init; }

    /// <summary>Version of the engine's arithmetic.</summary>
    public required int NumericVersion { get; init; }

    /// <summary>Version of NeuralStyle.</summary>
    public required string Product { get; init; }

    /// <summary>The tensor library and its version.</summary>
    public required string Tensors { get; init; }

    /// <summary>The image library and its version.</summary>
    public required string Images { get; init; }

    /// <summary>The settings of an image that a trial made.</summary>
    public static ImageSettings Of(Trial trial, EnvironmentRecord environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new ImageSettings
        {
            Trial = trial,
            NumericVersion = environment.NumericVersion,
            Product = environment.Product,
            Tensors = environment.Tensors,
            Images = environment.Images,
        };
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The text, of any origin.</param>
    /// <exception cref="FormatException">It is none, or its trial is not the one of its id; the message says what is wrong.</exception>
    public static ImageSettings Parse(string text)
    {
        ImageSettings? settings;
        try
        {
            settings = JsonSerializer.Deserialize<ImageSettings>(text, Strict);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new FormatException($"its settings can't be read: {exception.Message}", exception);
        }

        if (settings is null)
            throw new FormatException("its settings are empty");
        if (settings.Format != 1)
            throw new FormatException($"its settings are of format {settings.Format}; read is 1");
        // An older arithmetic had other ids of the same settings.
        if (settings.NumericVersion == Trials.NumericVersion.Current && IdOf(settings.Trial) is var id && id != settings.Trial.Id)
            throw new FormatException($"its settings are not those of its trial {settings.Trial.Id}: their id is {id}; somebody changed them");
        return settings;
    }

    /// <summary>Canonical JSON: the same settings give the same text.</summary>
    public string ToText() => Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToElement(this, PlanJson.Compact)));

    private static string IdOf(Trial trial)
    {
        try
        {
            return TrialId.Of(trial);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"its settings are incomplete: {exception.Message}", exception);
        }
    }
}
