namespace NeuralStyle.Plan.Simulation;

/// <summary>
/// A sweep on workers that come and go, event by event: the orchestrations queue trials within their window, the platform looks at the queue and
/// scales, workers pull, start, compute and are killed. The same options give the same result.
/// </summary>
public sealed class SweepSimulation
{
    private readonly SimulationOptions _options;
    private readonly ScaleRule _rule;
    private readonly Random _chance;
    private readonly PriorityQueue<Action, (double Time, long Order)> _events = new();
    private readonly Queue<int> _queue = new();
    private readonly List<SimulatedReplica> _replicas = [];
    private readonly double[] _left;
    private readonly double[] _queuedAt;
    private readonly double[] _waits;

    // Trials of the rungs that have begun.
    private int _released;
    private int _rungs;

    private double _now;
    private long _order;
    private double _nextDispatch;
    private double _nextResult;
    private int _queued;
    private int _returning;
    private int _ended;
    private int _underWay;
    private int _runs;
    private int _kills;
    private int _starts;
    private int _peak;
    private double _makespan;
    private double _replicaSeconds;
    private double _startingSeconds;
    private double _busySeconds;

    private SweepSimulation(SimulationOptions options)
    {
        _options = options;
        _rule = new ScaleRule(options);
        _chance = new Random(options.Seed);
        _left = [.. options.TrialSeconds];
        _queuedAt = new double[_left.Length];
        _waits = new double[_left.Length];
        Array.Fill(_waits, double.NaN);
    }

    /// <summary>Simulates a sweep from its submission until its last worker has gone, or none but those that stay is left.</summary>
    /// <exception cref="ArgumentException">The options are not allowed; the message lists all that is wrong.</exception>
    public static SimulationResult Run(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join("; ", problems), nameof(options));
        return new SweepSimulation(options).Run();
    }

    private bool IsDone => _ended == _left.Length;

    private SimulationResult Run()
    {
        // Those that stay are warm when the sweep is submitted.
        for (var replica = 0; replica < _options.MinReplicas; replica++)
            _replicas.Add(new SimulatedReplica(0) { ReadyAt = 0 });
        _peak = _replicas.Count;
        At(_options.PollingSeconds, Look);
        BeginRung();
        while (_events.TryDequeue(out var happens, out var when))
        {
            _now = when.Time;
            happens();
        }

        foreach (var replica in _replicas.ToList())
            Remove(replica, _makespan);
        var waits = _waits.Order().ToArray();
        return new SimulationResult
        {
            Trials = _left.Length,
            Runs = _runs,
            Kills = _kills,
            Makespan = _makespan,
            WaitMedian = Percentile(waits, 0.5),
            Wait95 = Percentile(waits, 0.95),
            WaitLongest = waits[^1],
            PeakReplicas = _peak,
            Starts = _starts,
            ReplicaSeconds = _replicaSeconds,
            StartingSeconds = _startingSeconds,
            BusySeconds = _busySeconds,
        };
    }

    // The value that so many of a hundred don't exceed.
    private static double Percentile(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private void At(double time, Action happens) => _events.Enqueue(happens, (time, _order++));

    /// <summary>A search judges a rung when all of it has ended, and goes on with the next.</summary>
    private void BeginRung()
    {
        _released += _options.Rungs.Count == 0 ? _left.Length : _options.Rungs[_rungs++];
        Dispatch();
    }

    /// <summary>Queues trials as long as the window has room, no faster than the orchestrations can.</summary>
    private void Dispatch()
    {
        while (_underWay < _options.EffectiveWindow && _queued < _released)
        {
            var trial = _queued++;
            _underWay++;
            var time = Math.Max(_now, _nextDispatch);
            _nextDispatch = time + (_options.ActivitiesPerTrial / _options.ActivitiesPerSecond);
            At(time, () =>
            {
                _queuedAt[trial] = _now;
                _queue.Enqueue(trial);
                Hand();
            });
        }
    }

    /// <summary>Gives messages to workers that wait, those first that were started first.</summary>
    private void Hand()
    {
        while (_queue.Count > 0 && _replicas.Find(replica => replica.ReadyAt is not null && replica.Trial is null) is { } replica)
            Begin(replica, _queue.Dequeue());
    }

    private void Begin(SimulatedReplica replica, int trial)
    {
        if (double.IsNaN(_waits[trial]))
            _waits[trial] = _now - _queuedAt[trial];
        _runs++;
        (replica.Trial, replica.BegunAt) = (trial, _now);
        var untilKill = _options.KillsPerHour > 0 ? -Math.Log(1 - _chance.NextDouble()) * 3600 / _options.KillsPerHour : double.PositiveInfinity;
        if (untilKill < _left[trial])
            At(_now + untilKill, () => IfThere(replica, () => Kill(replica)));
        else
            At(_now + _left[trial], () => IfThere(replica, () => End(replica)));
    }

    private static void IfThere(SimulatedReplica replica, Action happens)
    {
        if (!replica.IsGone)
            happens();
    }

    private void End(SimulatedReplica replica)
    {
        _busySeconds += _now - replica.BegunAt;
        replica.Trial = null;
        // The orchestration learns of it by an event of its own.
        var time = Math.Max(_now, _nextResult);
        _nextResult = time + (1 / _options.EventsPerSecond);
        At(time, () =>
        {
            _ended++;
            _underWay--;
            _makespan = _now;
            if (_ended == _released && !IsDone)
                BeginRung();
            else
                Dispatch();
        });
        Hand();
    }

    private void Kill(SimulatedReplica replica)
    {
        var trial = replica.Trial!.Value;
        var done = _now - replica.BegunAt;
        _busySeconds += done;
        _left[trial] -= Math.Max(0, done - _options.LostSeconds);
        _kills++;
        replica.Trial = null;
        Remove(replica, _now);
        _returning++;
        At(_now + _options.ReturnSeconds, () =>
        {
            _returning--;
            _queue.Enqueue(trial);
            Hand();
        });
    }

    private void Remove(SimulatedReplica replica, double time)
    {
        replica.IsGone = true;
        _replicas.Remove(replica);
        _replicaSeconds += Math.Max(0, time - replica.StartedAt);
        _startingSeconds += Math.Max(0, Math.Min(time, replica.ReadyAt ?? time) - replica.StartedAt);
    }

    private void Look()
    {
        var messages = _queue.Count + _returning + _replicas.Count(replica => replica.Trial is not null);
        var next = _rule.Next(_now, messages, _replicas.Count);
        while (_replicas.Count < next)
            Start();
        while (_replicas.Count > next)
        {
            // The platform takes away any of them, one that computes too.
            var replica = _replicas[_chance.Next(_replicas.Count)];
            if (replica.Trial is null)
                Remove(replica, _now);
            else
                Kill(replica);
        }

        if (!IsDone || _replicas.Count > _options.MinReplicas)
            At(_now + _options.PollingSeconds, Look);
    }

    private void Start()
    {
        var replica = new SimulatedReplica(_now);
        _replicas.Add(replica);
        _starts++;
        _peak = Math.Max(_peak, _replicas.Count);
        At(_now + _options.PullSeconds + _options.StartSeconds, () => IfThere(replica, () =>
        {
            replica.ReadyAt = _now;
            Hand();
        }));
    }
}
