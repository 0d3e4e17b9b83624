using NeuralStyle.Plan.Json;

namespace NeuralStyle.Plan.Schedules;

/// <summary>Writes a schedule as its text.</summary>
internal sealed class ScheduleJsonConverter() : TextValueConverter<Schedule>(ScheduleText.Parse);
