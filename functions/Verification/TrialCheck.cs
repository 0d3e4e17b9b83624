using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Functions.Sheets;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Trials;
using NeuralStyle.Plan.Provenance;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Reports.Plots;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Verification;

/// <summary>Holds one trial's files against its plan, its record and each other.</summary>
internal sealed class TrialCheck(VerifiedFiles files, TrialMeasuresCheck measures, SweepProvenance provenance, bool isSameProduct)
{
    private readonly TrialPictureReader _pictures = new();
    private readonly ImageReader _reader = new();
    private readonly SortedSet<string> _notes = new(StringComparer.Ordinal);

    /// <summary>What could not be checked.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    /// <exception cref="LieException">One of them lies.</exception>
    public async Task CheckAsync(Trial trial, TrialOutcome? outcome, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, CancellationToken cancellation)
    {
        await CheckTrialAsync(trial, cancellation);
        var name = StoreLayout.TrialRecord(trial.Id);
        var recorded = provenance.Records.FirstOrDefault(file => file.Name == name);
        // A trial that was never begun, or could not be, has none.
        if (recorded is null && outcome is not { State: TrialState.Completed })
            return;

        var bytes = await files.ReadAsync(StoreLayout.TrialsContainer, name, "the sheet was composed of it", cancellation);
        var record = await files.ReadDocumentAsync<TrialRecord>(StoreLayout.TrialsContainer, name, string.Empty, cancellation);
        CheckSetting(name, trial, record, outcome);
        if (RecordArithmetic.Problem(record) is { } problem)
            throw Lie(name, problem);
        var png = record.State == TrialState.Completed ? await CheckResultAsync(trial, record, cancellation) : default;
        await CheckFilesAsync(record, cancellation);
        if (record.State == TrialState.Completed)
            measures.Check(VerifiedFiles.NameOf(StoreLayout.TrialsContainer, name), record, () => Measured(trial, record, images, png));

        // What nothing else tells, such as seconds.
        if (recorded is null)
            throw Lie(StoreLayout.TrialRecord(trial.Id), "the sheet was composed without it: results/.../provenance.json doesn't list it");
        VerifiedFiles.Check(StoreLayout.TrialsContainer, name, bytes.Span, recorded.Sha256, "provenance.json, of when the sheet was composed,");
    }

    private async Task CheckTrialAsync(Trial trial, CancellationToken cancellation)
    {
        var name = StoreLayout.TrialJson(trial.Id);
        var stored = await files.ReadDocumentAsync<Trial>(StoreLayout.TrialsContainer, name, "it was written when the sweep was planned", cancellation);
        var id = IdOf(stored);
        if (stored.Id != trial.Id || id != trial.Id)
        {
            // Names and the snapshot policy are another sweep's as well, and no part of the id.
            var difference = JsonDifference.Between(Setting.Of(stored), Setting.Of(trial)) ?? JsonDifference.Between(stored, trial);
            throw Lie(name, $"it holds another setting, of id {id ?? "none"}: {difference}");
        }
    }

    private static string? IdOf(Trial trial)
    {
        try
        {
            return TrialId.Of(trial);
        }
        catch (ArgumentException)
        {
            // It names images whose hashes it lacks, so it is not the trial that was written.
            return null;
        }
    }

    private static void CheckSetting(string name, Trial trial, TrialRecord record, TrialOutcome? outcome)
    {
        if (record.State is not (TrialState.Completed or TrialState.Failed))
            throw Lie(name, $"state says {record.State}; a trial that has a record completed or failed");
        if (outcome is not null && outcome.State == TrialState.Completed && record.State != TrialState.Completed)
            throw Lie(name, "state says failed; the sheet was composed of a trial that had completed");
        if (TrialVerification.SettingProblem(trial, record) is { } problem)
            throw Lie(name, JsonDifference.Between(Setting.Of(record), Setting.Of(trial)) is { } difference ? $"{difference}, by its id" : problem);
    }

    private async Task<ReadOnlyMemory<byte>> CheckResultAsync(Trial trial, TrialRecord record, CancellationToken cancellation)
    {
        var name = StoreLayout.TrialImage(trial.Id);
        var png = await files.CheckAsync(StoreLayout.TrialsContainer, name, record.ImageSha256, "its record", cancellation);
        if (record.OutputFile is { } output)
            await files.CheckAsync(StoreLayout.TrialsContainer, StoreLayout.TrialOutput(trial.Id, output), record.OutputSha256, "its record", cancellation);
        try
        {
            var picture = _reader.Read(name, png.ToArray());
            if ((record.Width, record.Height) != (picture.Width, picture.Height))
                throw Lie(StoreLayout.TrialRecord(trial.Id), $"width and height say {record.Width} x {record.Height}; its image is {picture.Size}");
            if (PngText.Read(name, png.Span, ImageSettings.Keyword) is { } text)
                CheckSettings(name, ImageSettings.Parse(text), record);
        }
        catch (Exception exception) when (exception is EngineException or FormatException)
        {
            throw Lie(name, exception.Message);
        }

        return png;
    }

    private static void CheckSettings(string name, ImageSettings settings, TrialRecord record)
    {
        if (settings.Trial.Id != record.TrialId)
            throw Lie(name, $"its own settings are of trial {settings.Trial.Id}, its record is of {record.TrialId}");
        if (JsonDifference.Between(Setting.Of(record), Setting.Of(settings.Trial)) is { } difference)
            throw Lie(StoreLayout.TrialRecord(record.TrialId), $"{difference}, by the settings in image.png");
        if (record.Environment is { } environment
            && JsonDifference.Between(ImageSettings.Of(settings.Trial, environment), settings) is { } versions)
            throw Lie(StoreLayout.TrialRecord(record.TrialId), $"environment.{versions}, by the settings in image.png");
    }

    private async Task CheckFilesAsync(TrialRecord record, CancellationToken cancellation)
    {
        if (record.Files is not { } recorded)
        {
            _notes.Add("snapshots, film strips and plots of records that an earlier version wrote have no hashes");
            return;
        }

        var listed = recorded.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var snapshots = record.Snapshots.Select(StoreLayout.SnapshotName).ToHashSet(StringComparer.Ordinal);
        if (!snapshots.SetEquals(listed.Where(name => name.StartsWith("snapshots/", StringComparison.Ordinal))))
            throw Lie(StoreLayout.TrialRecord(record.TrialId), $"snapshots says {string.Join(", ", record.Snapshots)}; its files list other ones");
        foreach (var file in recorded)
        {
            if (file.Name.Split('/').Any(part => part is "" or "." or ".."))
                throw Lie(StoreLayout.TrialRecord(record.TrialId), $"files lists '{file.Name}', which is no name of a file of it");
            var bytes = await files.CheckAsync(StoreLayout.TrialsContainer, $"{record.TrialId}/{file.Name}", file.Sha256, "its record", cancellation);
            if (isSameProduct && $"{record.TrialId}/{file.Name}" == StoreLayout.TrialPlots(record.TrialId, "svg")
                && TextDifference.Between(System.Text.Encoding.UTF8.GetString(bytes.Span), TrialPlots.Svg(record)) is { } difference)
                throw Lie(StoreLayout.TrialPlots(record.TrialId, "svg"), $"{difference}, by the record's evaluations");
        }
    }

    private (Trial Trial, TrialPictures Pictures, Picture Result) Measured(
        Trial trial, TrialRecord record, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images, ReadOnlyMemory<byte> png)
    {
        // What it started from and its masks have no part in it.
        var parameters = record.Parameters;
        var pictures = new TrialPictures
        {
            Content = _pictures.Named(trial.Content.Name, images),
            Styles = [.. trial.Styles.Select(style => _pictures.Named(style.Name, images))],
        };
        return (trial with { Parameters = parameters }, pictures, _reader.Read("the result", png.ToArray()));
    }

    private static LieException Lie(string name, string problem) => new(VerifiedFiles.NameOf(StoreLayout.TrialsContainer, name), problem);
}
