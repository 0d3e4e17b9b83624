using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Decodes a trial's files into the pictures that the engine asks for.</summary>
public sealed class TrialPictureReader
{
    private readonly ImageReader _reader = new();

    /// <summary>The pictures of a trial.</summary>
    /// <exception cref="EngineException">One can't be read; the message names it.</exception>
    public TrialPictures Read(Trial trial, TrialFiles files)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(files);
        var parameters = trial.Parameters;
        return new TrialPictures
        {
            Content = Named(trial.Content.Name, files),
            Styles = [.. trial.Styles.Select(style => Named(style.Name, files))],
            Init = parameters.Init switch
            {
                InitMode.Image => Single(parameters.InitImage, files),
                InitMode.Trial => _reader.Read($"the result of trial {parameters.InitTrial}", files.InitTrial!.Value.ToArray()),
                _ => null,
            },
            StyleMasks = [.. parameters.StyleMasks.Names.Select(mask => Named(mask, files))],
            ContentMask = Single(parameters.ContentMask, files),
            ColorMask = Single(parameters.ColorMask, files),
        };
    }

    private Picture? Single(ImageNames names, TrialFiles files) => names.Names.Count == 0 ? null : Named(names.Names[0], files);

    /// <summary>One of several images.</summary>
    /// <exception cref="EngineException">It can't be read; the message names it.</exception>
    public Picture Named(string name, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return _reader.Read(name, images[name].ToArray());
    }

    private Picture Named(string name, TrialFiles files) => Named(name, files.Images);
}
