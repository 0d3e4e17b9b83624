using System.Globalization;
using NeuralStyle.Plan.Records;
using NeuralStyle.Plan.Sweeps;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NeuralStyle.Cli.Progress;

/// <summary>A live view for people: a bar for the sweep, a line for each running trial, and the failures so far.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : ISweepDisplay
{
    private const int BarWidth = 40;

    public async Task<SweepView> ShowAsync(IAsyncEnumerable<SweepView?> views, CancellationToken cancellation)
    {
        SweepView? last = null;
        await console.Live(new Text("Waiting for a host to pick the sweep up ...")).StartAsync(async live =>
        {
            await foreach (var view in views.WithCancellation(cancellation))
            {
                if (view is null)
                    continue;

                live.UpdateTarget(Draw(view));
                live.Refresh();
                last = view;
            }
        });
        return last ?? throw new InvalidOperationException("The watch of a sweep ended before it saw one.");
    }

    private static Rows Draw(SweepView view)
    {
        var lines = new List<IRenderable>
        {
            new Markup($"[bold]{Markup.Escape(view.Status.Sweep)}[/]  {StateText(view)}"),
            new Markup($"{Bar(view.Ended, view.Total)}  {Counts(view)}"),
        };
        lines.AddRange(view.Running.Select(progress => new Markup(string.Create(
            CultureInfo.InvariantCulture,
            $"  {Markup.Escape(view.LabelOf(progress.TrialId))}  [grey]{ProgressText.Of(progress)}, {progress.Seconds:0} s[/]"))));
        lines.AddRange(view.Status.Trials
            .Where(trial => trial.State == TrialState.Failed)
            .Take(10)
            .Select(trial => new Markup($"  [red]failed[/] {Markup.Escape(view.LabelOf(trial.TrialId))}: {Markup.Escape(trial.Reason ?? string.Empty)}")));
        return new Rows(lines);
    }

    private static string StateText(SweepView view) =>
        Markup.Escape(view is { Rung: { } rung, Status.State: SweepState.Running } ? $"{Words.Of(view.Status.State)}, {rung}" : Words.Of(view.Status.State));

    private static string Counts(SweepView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"{view.Ended}/{view.Total} trials, {view.Reused} reused, {view.Failed} failed{(view.Dropped > 0 ? $", {view.Dropped} dropped" : string.Empty)}{(view.Cancelled > 0 ? $", {view.Cancelled} cancelled" : string.Empty)}");

    private static string Bar(int done, int total)
    {
        var filled = total == 0 ? 0 : BarWidth * done / total;
        return $"[green]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/]";
    }
}
