using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Parameters;

/// <summary>Names of images as text: <c>none</c>, or names separated by commas.</summary>
public static class ImageNamesText
{
    /// <summary>What is allowed.</summary>
    public const string Allowed = "none, or names of images under input/, separated by commas";

    /// <summary>What is allowed where one image is meant.</summary>
    public const string AllowedSingle = "none, or the name of one image under input/";

    private const string None = "none";
    private const int MostImages = 16;

    /// <summary>Reads names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static ImageNames? Parse(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        if (text.Trim() == None)
            return ImageNames.None;

        var before = problems.Count;
        var names = new List<string>();
        var offset = 0;
        foreach (var term in text.Split(','))
        {
            var name = term.Trim();
            if (ImageName.Fault(name) is { } fault)
                problems.Add(new ValueProblem(offset + term.Length - term.TrimStart().Length, $"'{Text.Shown.Text(name)}' {fault}; allowed: {Allowed}"));
            names.Add(name);
            offset += term.Length + 1;
        }

        if (names.Count > MostImages)
            problems.Add(new ValueProblem(0, $"{names.Count} images are named; at most {MostImages} are allowed"));
        return problems.Count == before ? new ImageNames(names) : null;
    }

    /// <summary>Reads the name of one image, or none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Receives at least one problem when the result is null.</param>
    public static ImageNames? ParseSingle(string text, ICollection<ValueProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (Parse(text, problems) is not { } images)
            return null;
        if (images.Names.Count <= 1)
            return images;

        var seen = $"'{Text.Shown.Text(text)}' names {images.Names.Count} images";
        problems.Add(new ValueProblem(0, $"{seen}; allowed: {AllowedSingle} (values of an axis are a list)"));
        return null;
    }

    /// <summary>The canonical text; <see cref="Parse"/> reads it back.</summary>
    public static string Format(ImageNames images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return images.Names.Count == 0 ? None : string.Join(", ", images.Names);
    }
}
