using NeuralStyle.Plan.Text;

namespace NeuralStyle.Cli.Translation;

/// <summary>Options of neural-style or neural-style-pt: <c>-name value</c>, as they would be typed in a shell.</summary>
/// <param name="Values">The options that the translation knows.</param>
/// <param name="LeftOut">The others that the systems have and that don't change what a weight means, as they were typed.</param>
/// <param name="Problems">What is wrong: options that the systems don't have, and those that make the weights mean something else.</param>
internal sealed record PastedCommandLine(
    IReadOnlyDictionary<TranslationArgument, string> Values, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Problems)
{
    /// <summary>The system that these options are of.</summary>
    public const string System = "neural-style-pt";

    // neural_style.py's defaults, for what the line leaves out.
    private static readonly Dictionary<TranslationArgument, string> Defaults = new()
    {
        [TranslationArguments.From] = System,
        [TranslationArguments.ContentWeight] = "5e0",
        [TranslationArguments.StyleWeight] = "1e2",
        [TranslationArguments.TvWeight] = "1e-3",
    };

    // The other options of neural_style.py and of neural_style.lua.
    private static readonly string[] Others =
    [
        "style_image", "style_blend_weights", "content_image", "image_size", "gpu", "multigpu_strategy", "multidevice_strategy", "num_iterations",
        "init", "init_image", "optimizer", "learning_rate", "lbfgs_num_correction", "print_iter", "save_iter", "output_image", "style_scale",
        "original_colors", "pooling", "proto_file", "model_file", "disable_check", "backend", "cudnn_autotune", "seed",
    ];

    private static readonly Dictionary<string, string> ChangesWeights = new(StringComparer.Ordinal)
    {
        ["normalize_gradients"] = "with it a weight multiplies a gradient that is divided by its own size first (neural-style), or is squared"
            + " (neural-style-pt); neither is a weight of a loss",
        ["normalize_weights"] = "with it each layer's weight is divided by the largest dimension of its target; give what that makes of"
            + " them with --content-layer-weights and --style-layer-weights",
    };

    /// <summary>Reads the options of a line; whatever stands before the first option is the program.</summary>
    /// <param name="line">The line.</param>
    public static PastedCommandLine Read(string line)
    {
        var values = new Dictionary<TranslationArgument, string>(Defaults);
        var (leftOut, problems) = (new List<string>(), new List<string>());
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var index = Array.FindIndex(words, IsOption); index >= 0 && index < words.Length;)
        {
            var end = Array.FindIndex(words, index + 1, IsOption) is >= 0 and var next ? next : words.Length;
            var name = words[index].TrimStart('-');
            var value = string.Join(' ', words[(index + 1)..end]).Trim('"', '\'');
            if (TranslationArguments.All.FirstOrDefault(argument => argument.PastedAs == name) is { } known)
                values[known] = value;
            else if (ChangesWeights.TryGetValue(name, out var reason))
                problems.Add($"{TranslationArguments.CommandLine.Option}: -{name} can't be translated: {reason}");
            else if (!Others.Contains(name, StringComparer.Ordinal))
                problems.Add(Unknown(name));
            else
                leftOut.Add(string.Join(' ', words[index..end]));
            index = end;
        }

        return new PastedCommandLine(values, leftOut, problems);
    }

    private static string Unknown(string name)
    {
        string[] all = [.. TranslationArguments.All.Select(argument => argument.PastedAs).OfType<string>(), .. Others, .. ChangesWeights.Keys];
        return $"{TranslationArguments.CommandLine.Option}: neural-style has no option '-{Shown.Text(name)}'{Suggestion.For(name, all)};"
            + $" there are: {string.Join(", ", all.Select(option => $"-{option}"))}";
    }

    // A negative number is a value.
    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word[1] != '.';
}
