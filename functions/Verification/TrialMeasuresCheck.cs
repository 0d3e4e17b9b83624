using System.Globalization;
using NeuralStyle.Engine;
using NeuralStyle.Engine.Images;
using NeuralStyle.Engine.Measures;
using NeuralStyle.Engine.Networks;
using NeuralStyle.Engine.Stylization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Verification;

/// <summary>Measures results again, as their trials did.</summary>
internal sealed class TrialMeasuresCheck : IDisposable
{
    // Another processor adds in another order: 1e-6 was the most between one thread and two.
    private const double Tolerance = 1e-4;

    private readonly ResultMeasurement _measurement = new(new WeightsLibrary(null));

    /// <exception cref="LieException">The record says other measures.</exception>
    public void Check(string name, TrialRecord record, Func<(Trial Trial, TrialPictures Pictures, Picture Result)> read)
    {
        // None in records of before, and those of another yardstick can't be read off again.
        if (record.Measures is not { } said || said.Yardstick != Yardstick.Name)
            return;

        TrialMeasures truth;
        try
        {
            var (trial, pictures, result) = read();
            truth = _measurement.Of(trial, pictures, result, record.Evaluations, record.Events);
        }
        catch (EngineException exception)
        {
            throw new LieException(name, $"measures can't be of its images: {exception.Message}");
        }

        (string Name, double? Said, double? Truth)[] measures =
        [
            ("contentDistance", said.ContentDistance, truth.ContentDistance),
            ("styleDistance", said.StyleDistance, truth.StyleDistance),
            ("colorShift", said.ColorShift, truth.ColorShift),
            ("sharpness", said.Sharpness, truth.Sharpness),
            ("evaluationsTo95", said.EvaluationsTo95, truth.EvaluationsTo95),
        ];
        foreach (var measure in measures)
        {
            if (measure.Said is null != measure.Truth is null
                || Math.Abs((measure.Said ?? 0) - (measure.Truth ?? 0)) > Tolerance * Math.Max(Math.Abs(measure.Truth ?? 0), 1e-3))
                throw new LieException(name, $"measures.{measure.Name} says {Text(measure.Said)}; measured on image.png it is {Text(measure.Truth)}");
        }
    }

    public void Dispose() => _measurement.Dispose();

    private static string Text(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "nothing";
}
