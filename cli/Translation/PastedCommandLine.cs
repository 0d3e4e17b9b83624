namespace NeuralStyle.Cli.Translation;

/// <summary>Options of neural-style or neural-style-pt: <c>-name value</c>, as they would be typed in a shell.</summary>
/// <param name="Values">The options that the translation knows.</param>
/// <param name="LeftOut">The others, as they were typed.</param>
internal sealed record PastedCommandLine(IReadOnlyDictionary<TranslationArgument, string> Values, IReadOnlyList<string> LeftOut)
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

    /// <summary>Reads the options of a line; whatever stands before the first option is the program.</summary>
    /// <param name="line">The line.</param>
    public static PastedCommandLine Read(string line)
    {
        var values = new Dictionary<TranslationArgument, string>(Defaults);
        var leftOut = new List<string>();
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var index = Array.FindIndex(words, IsOption); index >= 0 && index < words.Length;)
        {
            var end = Array.FindIndex(words, index + 1, IsOption) is >= 0 and var next ? next : words.Length;
            var name = words[index].TrimStart('-');
            var value = string.Join(' ', words[(index + 1)..end]).Trim('"', '\'');
            if (TranslationArguments.All.FirstOrDefault(argument => argument.PastedAs == name) is { } known)
                values[known] = value;
            else
                leftOut.Add(string.Join(' ', words[index..end]));
            index = end;
        }

        return new PastedCommandLine(values, leftOut);
    }

    // A negative number is a value.
    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word[1] != '.';
}
