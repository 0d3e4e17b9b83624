using Microsoft.DurableTask;

namespace NeuralStyle.Functions.Tests.Orchestrations;

/// <summary>
/// Plays an orchestration: answers its calls as the test says, oldest first; lets a timer fire when nothing else can happen. Then plays it
/// again from the history alone and holds that it makes the same calls, as the durable engine demands.
/// </summary>
internal sealed class FakeStage(object? input, bool timersRingAtOnce = false)
{
    private static readonly DateTime Begin = new(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<string, Func<FakeCall, object?>> _answers = [];

    public FakeContext Context { get; } = new(input, Begin) { RingsAtOnce = timersRingAtOnce };

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
        var playing = orchestration(Context);
        while (!playing.IsCompleted)
        {
            BeforeStep();
            if (!playing.IsCompleted)
                Step();
        }

        var replay = new FakeContext(input, Begin) { RingsAtOnce = timersRingAtOnce };
        var replaying = orchestration(replay);
        foreach (var happening in Context.History)
            replay.Happen(happening);
        Assert.Equal(Context.Calls.Select(call => call.ToString()), replay.Calls.Select(call => call.ToString()));
        Assert.Equal(playing.Status, replaying.Status);
        return await playing;
    }

    /// <summary>Inputs of all calls of a function.</summary>
    public IReadOnlyList<T> InputsOf<T>(string name) =>
        [.. Context.Calls.Where(call => call.Name == name).Select(call => System.Text.Json.JsonSerializer.Deserialize<T>(call.Input!)!)];

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
