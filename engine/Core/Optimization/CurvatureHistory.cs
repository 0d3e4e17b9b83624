using static TorchSharp.torch;

namespace NeuralStyle.Engine.Optimization;

/// <summary>The last pairs of steps s and gradient differences y, on the device, and the direction that they give.</summary>
/// <remarks>
/// Pairs are rows of blocks <c>[2 * pairs, N]</c>, s and y by turns, so that products with all of them are one matrix-vector
/// product a block. Measured at N = 147,456 with two threads: for 20 pairs a quarter of the time of the two loops over separate
/// vectors, for 100 pairs half. There is one slot more than pairs are remembered: a pair is measured before it is known whether
/// it may stay.
/// </remarks>
internal sealed class CurvatureHistory(int capacity, long elements, Device device) : IDisposable
{
    private const int PairsPerBlock = 32;

    private readonly int _slots = capacity + 1;
    private readonly List<Tensor> _blocks = [];
    private readonly CurvatureProducts _products = new(capacity + 1);
    private int _nextSlot;
    private int _slotsTouched;

    public int Count { get; private set; }

    /// <summary>Learns from the step that has led to a new gradient, and measures that gradient against all pairs.</summary>
    /// <param name="step">Difference of the image, flat; null when no step has led here.</param>
    /// <param name="difference">Difference of the gradient, likewise.</param>
    /// <param name="gradient">The new gradient, flat.</param>
    /// <param name="leastCurvature">The pair is only remembered when s . y is above this times |s| |y|.</param>
    /// <returns>Sum of the gradient's magnitudes. When it is not finite, nothing has changed.</returns>
    public double Learn(Tensor? step, Tensor? difference, Tensor gradient, double leastCurvature)
    {
        using var scope = NewDisposeScope();
        var sum = gradient.abs().sum();
        if (step is null || difference is null)
            return HostCopy.Together(sum)[0];

        // Before the measuring, so that one product covers it. If the pair is refused, its slot stays the next one.
        Row(2 * _nextSlot).copy_(step);
        Row((2 * _nextSlot) + 1).copy_(difference);
        _slotsTouched = Math.Max(_slotsTouched, _nextSlot + 1);

        var scalars = new[] { sum, step.dot(difference), difference.dot(difference), step.dot(step) };
        var measured = HostCopy.Together(scalars.Concat(TouchedRows().Select(rows => rows.mv(gradient))));
        var (sumOfMagnitudes, curvature, squared) = (measured[0], measured[1], measured[2]);
        if (!double.IsFinite(sumOfMagnitudes))
        {
            // The slot is part of every product, where 0 times what is not finite would not be 0.
            Row((2 * _nextSlot) + 1).zero_();
            return sumOfMagnitudes;
        }

        Remember(measured.AsSpan(scalars.Length), curvature, squared, curvature > leastCurvature * Math.Sqrt(squared * measured[3]));
        return sumOfMagnitudes;
    }

    /// <summary>Minus the approximate inverse Hessian times the gradient that was learned last, flat <c>[N]</c>, in the caller's
    /// dispose scope. There must be a pair.</summary>
    public Tensor Direction(Tensor gradient)
    {
        using var scope = NewDisposeScope();
        var (steps, differences, ofGradient) = _products.Direction(Order());
        var coefficients = new float[2 * _slotsTouched];
        for (var slot = 0; slot < _slotsTouched; slot++)
        {
            coefficients[2 * slot] = (float)steps[slot];
            coefficients[(2 * slot) + 1] = (float)differences[slot];
        }

        var onDevice = tensor(coefficients, ScalarType.Float32).to(device);
        var direction = gradient.mul(ofGradient);
        var start = 0L;
        foreach (var rows in TouchedRows())
        {
            direction.add_(rows.t().mv(onDevice.narrow(0, start, rows.shape[0])));
            start += rows.shape[0];
        }

        return direction.MoveToOuterDisposeScope();
    }

    /// <summary>Forgets all pairs.</summary>
    public void Clear() => Count = 0;

    public CurvatureHistoryState Save()
    {
        using var scope = NewDisposeScope();
        var order = Order();
        return new(
            _nextSlot,
            _slotsTouched,
            [.. order.Select(slot => HostCopy.Of(Row(2 * slot)))],
            [.. order.Select(slot => HostCopy.Of(Row((2 * slot) + 1)))],
            [.. from i in order from j in order select _products.StepByDifference[i, j]],
            [.. from i in order from j in order select _products.DifferenceByDifference[i, j]],
            [.. order.Select(slot => _products.StepByGradient[slot])],
            [.. order.Select(slot => _products.DifferenceByGradient[slot])]);
    }

    public static CurvatureHistory Restore(CurvatureHistoryState state, int capacity, long elements, Device device)
    {
        RequireConsistent(state, capacity, elements);
        using var scope = NewDisposeScope();
        var history = new CurvatureHistory(capacity, elements, device)
        {
            _nextSlot = state.NextSlot,
            _slotsTouched = state.SlotsTouched,
            Count = state.Steps.Length,
        };
        var order = history.Order();
        for (var i = 0; i < order.Length; i++)
        {
            using var step = HostCopy.ToDevice(state.Steps[i], device);
            using var difference = HostCopy.ToDevice(state.Differences[i], device);
            history.Row(2 * order[i]).copy_(step);
            history.Row((2 * order[i]) + 1).copy_(difference);
            history._products.StepByGradient[order[i]] = state.StepsByGradient[i];
            history._products.DifferenceByGradient[order[i]] = state.DifferencesByGradient[i];
            for (var j = 0; j < order.Length; j++)
            {
                history._products.StepByDifference[order[i], order[j]] = state.StepsByDifferences[(i * order.Length) + j];
                history._products.DifferenceByDifference[order[i], order[j]] = state.DifferencesByDifferences[(i * order.Length) + j];
            }
        }

        return history;
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
            block.Dispose();

        _blocks.Clear();
    }

    private static void RequireConsistent(CurvatureHistoryState state, int capacity, long elements)
    {
        var pairs = state.Steps.Length;
        if (pairs > capacity
            || state.NextSlot < 0
            || state.NextSlot > capacity
            || state.SlotsTouched < pairs
            || state.SlotsTouched > capacity + 1
            || state.Differences.Length != pairs
            || state.Steps.Concat(state.Differences).Any(vector => vector.Length != elements)
            || state.StepsByDifferences.Length != pairs * pairs
            || state.DifferencesByDifferences.Length != pairs * pairs
            || state.StepsByGradient.Length != pairs
            || state.DifferencesByGradient.Length != pairs)
        {
            throw new ArgumentException(
                $"The state's history of {pairs} pairs, next slot {state.NextSlot} of {state.SlotsTouched}, is not one of "
                + $"{capacity} pairs at most of {elements} elements each, with all their products.",
                nameof(state));
        }
    }

    // Takes over the products with the new gradient and, if the pair stays, those with its difference. The difference of two
    // products is as exact as we need: measured on ill-conditioned problems in float32, its errors drown in the gradient's own.
    private void Remember(ReadOnlySpan<double> measured, double curvature, double squared, bool keeps)
    {
        var added = _nextSlot;
        foreach (var slot in Order())
        {
            var (byStep, byDifference) = (measured[2 * slot], measured[(2 * slot) + 1]);
            if (keeps)
            {
                _products.StepByDifference[slot, added] = byStep - _products.StepByGradient[slot];
                var product = byDifference - _products.DifferenceByGradient[slot];
                _products.DifferenceByDifference[slot, added] = _products.DifferenceByDifference[added, slot] = product;
            }

            (_products.StepByGradient[slot], _products.DifferenceByGradient[slot]) = (byStep, byDifference);
        }

        if (!keeps)
            return;

        (_products.StepByDifference[added, added], _products.DifferenceByDifference[added, added]) = (curvature, squared);
        (_products.StepByGradient[added], _products.DifferenceByGradient[added]) = (measured[2 * added], measured[(2 * added) + 1]);
        _nextSlot = (added + 1) % _slots;
        Count = Math.Min(Count + 1, capacity);
    }

    // Slots of the pairs, oldest first.
    private int[] Order() => [.. Enumerable.Range(0, Count).Select(i => (_nextSlot - Count + i + _slots) % _slots)];

    private Tensor Row(int row)
    {
        var (block, rowInBlock) = Math.DivRem(row, 2 * PairsPerBlock);
        while (_blocks.Count <= block)
        {
            // Zeros, not whatever the memory held: slots that a restored history does not fill are multiplied by 0 all the same.
            var pairs = Math.Min(PairsPerBlock, _slots - (_blocks.Count * PairsPerBlock));
            _blocks.Add(zeros([2L * pairs, elements], ScalarType.Float32, device).DetachFromDisposeScope());
        }

        return _blocks[block].narrow(0, rowInBlock, 1).view(-1);
    }

    private IEnumerable<Tensor> TouchedRows() =>
        _blocks.Select((block, i) => (block, rows: Math.Min(block.shape[0], (2L * _slotsTouched) - (2L * PairsPerBlock * i))))
            .Where(part => part.rows > 0)
            .Select(part => part.block.narrow(0, 0, part.rows));
}
