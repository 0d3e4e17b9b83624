using Microsoft.DurableTask;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>
/// Plays an orchestration: answers its calls as the test says, oldest first; lets a timer fire when nothing else can happen; begins it anew
/// where it asks for that. Then plays every beginning of each history again and holds that it makes the same calls, as the durable engine
/// demands: a host may die after any of them.
/// </summary>
internal sealed class FakeStage(object? input, bool timersRingAtOnce = false)
{
    /// <summary>When every orchestration begins.</summary>
    public static readonly DateTime Begin = new(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc);

    // All beginnings of a history of that length are replayed; of a longer one as many, spread over it.
    private const int MostReplays = 200;

    private readonly Dictionary<string, Func<FakeCall, object?>> _answers = [];
    private readonly List<FakeContext> _earlier = [];

    /// <summary>The history that is being played; the last one in the end.</summary>
    public FakeContext Context { get; private set; } = new(FakeContext.Json(input), Begin) { RingsAtOnce = timersRingAtOnce };

    /// <summary>All histories, in order.</summary>
    public IReadOnlyList<FakeContext> Contexts => [.. _earlier, Context];

    /// <summary>What a function answers; what it throws is its failure.</summary>
    public FakeStage On(string name, Func<FakeCall, object?> answer)
    {
        _answers[name] = answer;
        return this;
    }

    /// <summary>Looks at the stage before each step.</summary>
    public Action BeforeStep { get; set; } = () => { };

    /// <summary>Which pending call is answered next; the oldest unless said otherwise.</summary>
    public Func<IReadOnlyList<FakeCall>, FakeCall> Next { get; set; } = calls => calls[0];

    public async Task<T> PlayAsync<T>(Func<TaskOrchestrationContext, Task<T>> orchestration)
    {
        // Continuations must run at once where they are caused, not be posted somewhere.
        await Task.Yield();
        SynchronizationContext.SetSynchronizationContext(null);
        var current = FakeContext.Json(input);
        IReadOnlyList<(string Name, string? Payload)> kept = [];
        while (true)
        {
            var began = Context.CurrentUtcDateTime;
            var playing = orchestration(Context);
            // As in the durable engine: it starts, and then hears what came before.
            foreach (var (name, payload) in kept)
                Context.Happen(new FakeHappening(began, null, name, payload, null));
            while (!playing.IsCompleted)
            {
                BeforeStep();
                if (!playing.IsCompleted)
                    Step();
            }

            Replay(orchestration, current, began, playing.Status);
            if (Context.NewInput is null)
                return await playing;
            Assert.DoesNotContain(Context.Pending, call => call.Kind == FakeCallKind.Child);
            current = Context.NewInput;
            kept = [.. Context.UnprocessedEvents];
            _earlier.Add(Context);
            Context = new FakeContext(current, Context.CurrentUtcDateTime) { RingsAtOnce = timersRingAtOnce };
        }
    }

    /// <summary>Inputs of all calls of a function.</summary>
    public IReadOnlyList<T> InputsOf<T>(string name) =>
        [.. Contexts.SelectMany(context => context.Calls).Where(call => call.Name == name)
            .Select(call => System.Text.Json.JsonSerializer.Deserialize<T>(call.Input!)!)];

    private void Replay<T>(Func<TaskOrchestrationContext, Task<T>> orchestration, string? current, DateTime began, TaskStatus ended)
    {
        var calls = Context.Calls.ConvertAll(call => call.ToString());
        var length = Context.History.Count;
        var step = Math.Max(1, (length + MostReplays - 1) / MostReplays);
        for (var kept = length; kept >= 0; kept -= step)
        {
            var replay = new FakeContext(current, began) { RingsAtOnce = timersRingAtOnce };
            var replaying = orchestration(replay);
            foreach (var happening in Context.History.Take(kept))
                replay.Happen(happening);
            Assert.Equal(calls.Take(kept < length ? Context.CallsBy[kept] : calls.Count), replay.Calls.Select(call => call.ToString()));
            if (kept == length)
                Assert.Equal((ended, Context.NewInput), (replaying.Status, replay.NewInput));
        }
    }

    private void Step()
    {
        var callable = Context.Pending.Where(call => call.Kind != FakeCallKind.Timer).ToList();
        if (callable.Count > 0)
        {
            Answer(Next(callable));
            return;
        }

        var timer = Context.Pending.MinBy(call => call.FireAt)
            ?? throw new InvalidOperationException("The orchestration waits, but nothing can happen.");
        Context.Fire(timer);
    }

    private void Answer(FakeCall call)
    {
        object? output;
        try
        {
            output = _answers[call.Name](call);
        }
        catch (Exception exception) when (exception is not KeyNotFoundException)
        {
            Context.Fail(call, exception);
            return;
        }

        Context.Complete(call, output);
    }
}
