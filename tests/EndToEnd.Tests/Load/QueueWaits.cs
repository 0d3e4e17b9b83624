using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using NeuralStyle.EndToEnd.Tests.Faults;
using NeuralStyle.Functions.Storage;

namespace NeuralStyle.EndToEnd.Tests.Load;

/// <summary>How long messages of trials wait, from the answer that they are on the queue to the answer that hands them to a worker.</summary>
internal sealed partial class QueueWaits
{
    // Answers come at the same time.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> _waits = new(StringComparer.Ordinal);
    private int _mostWaiting;

    /// <summary>Seconds of each, in order.</summary>
    public IReadOnlyList<double> Seconds
    {
        get
        {
            lock (_gate)
                return [.. _waits.Values.Select(wait => wait.TotalSeconds).Order()];
        }
    }

    /// <summary>Messages sent.</summary>
    public int Sent
    {
        get
        {
            lock (_gate)
                return _sent.Count;
        }
    }

    /// <summary>Most messages on the queue at once that no worker had taken.</summary>
    public int MostWaiting
    {
        get
        {
            lock (_gate)
                return _mostWaiting;
        }
    }

    /// <summary>Hears of an answer.</summary>
    public void Hear(ProxiedRequest request, byte[] answer)
    {
        if (request.Sends(StoreLayout.TrialsQueue))
            Send(IdsOf(answer));
        else if (request.Takes(StoreLayout.TrialsQueue))
            Take(IdsOf(answer));
    }

    private void Send(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
                _sent.TryAdd(id, Stopwatch.GetTimestamp());
            _mostWaiting = Math.Max(_mostWaiting, _sent.Count - _waits.Count);
        }
    }

    private void Take(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
            {
                if (_sent.TryGetValue(id, out var sent))
                    _waits.TryAdd(id, Stopwatch.GetElapsedTime(sent));
            }
        }
    }

    private static IEnumerable<string> IdsOf(byte[] answer) => Id().Matches(Encoding.UTF8.GetString(answer)).Select(match => match.Groups[1].Value);

    [GeneratedRegex("<MessageId>([^<]*)</MessageId>")]
    private static partial Regex Id();
}
