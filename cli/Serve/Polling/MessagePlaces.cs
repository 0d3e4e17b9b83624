namespace NeuralStyle.Cli.Serve.Polling;

/// <summary>
/// Counts the messages at work on: so many at once as the function takes, and beside them a few whose scarce part is done, such as a trial
/// whose files are being written while the engine is free for the next.
/// </summary>
internal sealed class MessagePlaces(int size) : IDisposable
{
    // More would mean that writing is slower than computing, and what waits to be written fills the memory.
    private const int MostRelieved = 2;

    private readonly Lock _gate = new();
    private readonly List<Place> _taken = [];
    private readonly Bell _changed = new();

    /// <summary>Places that are free now.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
            {
                var working = _taken.Count(place => !place.IsRelieved);
                return Math.Max(0, Math.Min(size - working, size + MostRelieved - _taken.Count));
            }
        }
    }

    /// <summary>Ends when a place has become free, perhaps.</summary>
    public Task ChangedAsync(CancellationToken cancellation) => _changed.RungAsync(cancellation);

    /// <summary>Takes a place.</summary>
    /// <param name="key">What its message is known by.</param>
    /// <returns>What gives it back.</returns>
    public IDisposable Take(string key)
    {
        var place = new Place(this, key);
        lock (_gate)
            _taken.Add(place);
        return place;
    }

    /// <summary>Says that the scarce part of a message's work is done.</summary>
    public void Relieve(string key)
    {
        lock (_gate)
        {
            if (_taken.FirstOrDefault(place => place.Key == key && !place.IsRelieved) is { } place)
                place.IsRelieved = true;
        }

        _changed.Ring();
    }

    public void Dispose() => _changed.Dispose();

    private void Leave(Place place)
    {
        lock (_gate)
            _taken.Remove(place);
        _changed.Ring();
    }

    private sealed class Place(MessagePlaces places, string key) : IDisposable
    {
        public string Key => key;

        public bool IsRelieved { get; set; }

        public void Dispose() => places.Leave(this);
    }
}
