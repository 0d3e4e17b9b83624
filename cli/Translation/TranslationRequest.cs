using System.Globalization;
using NeuralStyle.Plan.Conventions;
using NeuralStyle.Plan.Conventions.Translation;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Translation;

/// <summary>What <c>nst translate</c> was asked.</summary>
/// <param name="From">Whose weights are given.</param>
/// <param name="To">Whose are asked for.</param>
/// <param name="Given">The weights.</param>
/// <param name="Network">The network.</param>
/// <param name="Size">Size of the image, pixels; null when it wasn't said and doesn't matter.</param>
/// <param name="LeftOut">Pasted options that are no weights.</param>
internal sealed record TranslationRequest(
    WeightSystem From, WeightSystem To, GivenWeights Given, NetworkName Network, (int Width, int Height)? Size, IReadOnlyList<string> LeftOut)
{
    private const string DefaultContentLayers = "relu4_2";
    private const string DefaultStyleLayers = "relu1_1..relu5_1";

    /// <summary>Reads a request.</summary>
    /// <param name="textOf">What an argument was given; null when it wasn't.</param>
    /// <exception cref="UsageException">Something is wrong or missing; all of it is named.</exception>
    public static TranslationRequest Read(Func<TranslationArgument, string?> textOf)
    {
        var pasted = textOf(TranslationArguments.CommandLine) is { } line ? PastedCommandLine.Read(line) : null;
        string? Text(TranslationArgument argument) => textOf(argument) ?? pasted?.Values.GetValueOrDefault(argument);

        var problems = new List<string>(pasted?.Problems ?? []);
        T? Value<T>(TranslationArgument argument, ParameterDefinition definition, string? otherwise = null) =>
            (Text(argument) ?? otherwise) is { } text ? (T?)Parsed(argument, problems, list => definition.Parse(text, list)) : default;

        var (from, to) = (SystemOf(TranslationArguments.From, Text, problems), SystemOf(TranslationArguments.To, Text, problems));
        var given = new GivenWeights
        {
            ContentWeight = Value<double?>(TranslationArguments.ContentWeight, ParameterCatalog.ContentWeight),
            StyleWeight = Value<double?>(TranslationArguments.StyleWeight, ParameterCatalog.StyleWeight),
            TvWeight = Value<double?>(TranslationArguments.TvWeight, ParameterCatalog.TvWeight),
            ContentLayers = Value<LayerSet>(TranslationArguments.ContentLayers, ParameterCatalog.ContentLayers, DefaultContentLayers) ?? [],
            StyleLayers = Value<LayerSet>(TranslationArguments.StyleLayers, ParameterCatalog.StyleLayers, DefaultStyleLayers) ?? [],
            ContentLayerWeights = Value<LayerWeights>(TranslationArguments.ContentLayerWeights, ParameterCatalog.ContentLayerWeights) ?? LayerWeights.None,
            StyleLayerWeights = Value<LayerWeights>(TranslationArguments.StyleLayerWeights, ParameterCatalog.StyleLayerWeights) ?? LayerWeights.None,
        };
        var network = Value<NetworkName?>(TranslationArguments.Network, ParameterCatalog.Network) ?? NetworkName.Vgg19;
        var size = Text(TranslationArguments.Size) is { } sizeText ? SizeOf(sizeText, problems) : null;
        if (problems.Count == 0 && given is { ContentWeight: null, StyleWeight: null, TvWeight: null })
            problems.Add("there is no weight to translate; give --content-weight, --style-weight or --tv-weight");
        if (problems.Count == 0 && Unsized(new WeightTranslator(from!, to!), given) is { } weight && size is null)
            problems.Add($"from {from!.Name} to {to!.Name} the {weight} depends on the size of the image; give --size, e.g. --size 512x384");
        if (problems.Count > 0)
            throw new UsageException(string.Join("\nnst: ", problems));

        return new TranslationRequest(from!, to!, given, network, size, pasted?.LeftOut ?? []);
    }

    /// <summary>Translates.</summary>
    /// <exception cref="WeightTranslationException">There is no equivalent.</exception>
    public WeightTranslation Translate()
    {
        // Where no size was said the factors don't depend on it: any stands in that leaves deep layers a position.
        var (width, height) = Size ?? (512, 512);
        return new WeightTranslator(From, To).Translate(Given, layer => LayerExtent.Of(Network, layer, width, height));
    }

    private static string? Unsized(WeightTranslator translator, GivenWeights given) =>
        translator.ContentDependsOnSize && given.ContentWeight is not null ? "content weight"
        : translator.StyleDependsOnSize && given.StyleWeight is not null ? "style weight"
        : null;

    private static WeightSystem? SystemOf(TranslationArgument argument, Func<TranslationArgument, string?> textOf, List<string> problems)
    {
        var name = textOf(argument);
        if (name is not null && WeightSystem.Find(name) is { } system)
            return system;

        var seen = name is null
            ? $"{argument.Option} is missing"
            : $"{argument.Option}: there is no system '{Shown.Text(name)}'{Suggestion.For(name, WeightSystem.Names)}";
        problems.Add($"{seen}; there are: {string.Join(", ", WeightSystem.Names)}");
        return null;
    }

    private static (int Width, int Height)? SizeOf(string text, List<string> problems)
    {
        if (text.Split('x') is [var width, var height] && SideOf(width) is { } across && SideOf(height) is { } down)
            return (across, down);

        problems.Add($"{TranslationArguments.Size.Option}: '{Shown.Text(text)}' is no size; allowed: width x height, "
            + $"e.g. 512x384, each {ParameterCatalog.ImageSize.Allowed}");
        return null;
    }

    private static int? SideOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side)
        && side >= ParameterCatalog.ImageSize.Minimum && side <= ParameterCatalog.ImageSize.Maximum ? side : null;

    private static object? Parsed(TranslationArgument argument, List<string> problems, Func<List<ValueProblem>, object?> parse)
    {
        var found = new List<ValueProblem>();
        var value = parse(found);
        problems.AddRange(found.Select(problem => $"{argument.Option}: {problem.Message}"));
        return value;
    }
}
