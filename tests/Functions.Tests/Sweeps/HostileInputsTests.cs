using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Sweeps;
using NeuralStyle.Functions.Tests.Fakes;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Functions.Tests.Sweeps;

/// <summary>What others put into <c>input</c>, and manifests that name it.</summary>
public sealed class HostileInputsTests : IDisposable
{
    private readonly Processor _processor = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _processor.Dispose();

    [Fact]
    public async Task Find_ImageTooLarge_IsAProblemAtItsPlaceBeforeAnythingIsRead()
    {
        await PutAsync("a.png", 10);
        await PutAsync("huge.png", (int)StoreLimits.ImageBytes + 1);

        var problem = Assert.Single(await FindAsync("content: '*.png'\nstyle: a.png"));

        Assert.Equal((1, 10), (problem.Line, problem.Column));
        Assert.Equal("image 'huge.png' has 52428801 bytes; an image has 52428800 at most", problem.Message);
    }

    [Theory]
    [InlineData("evil\u202Egnp.png")]
    [InlineData("two\nlines.png")]
    [InlineData("back\\slash.png")]
    [InlineData("dot./a.png")]
    public async Task Find_GlobFindsAHostileName_IsAProblem(string name)
    {
        await PutAsync("a.png", 10);
        var store = new NamedStore(_processor.Store, name);
        var listed = await new InputImages(store).ListAsync("m.yaml", Cancellation);
        var manifest = ManifestParser.Parse("content: ['*.png', '*/*.png']\nstyle: a.png", "m.yaml");

        var exception = Assert.Throws<ManifestException>(() => manifest.MatchImages(listed));

        Assert.Contains(exception.Problems, problem => problem.Line == 1 && problem.Message.Contains("is no name of an image", StringComparison.Ordinal));
        Assert.All(exception.Lines, line => Assert.DoesNotContain(line, char.IsControl));
    }

    [Fact]
    public async Task Find_TooManyBlobs_IsAProblem()
    {
        var store = new NamedStore(_processor.Store, [.. Enumerable.Range(0, StoreLimits.MostInputs + 1).Select(number => $"{number}.png")]);

        var exception = await Assert.ThrowsAsync<ManifestException>(() => new InputImages(store).ListAsync("m.yaml", Cancellation));

        Assert.Equal(["m.yaml:1:1: input/ holds more than 100000 blobs; remove those that no sweep needs"], exception.Lines);
    }

    [Fact]
    public async Task Find_PlanningTakesTooLong_IsAProblem()
    {
        await PutAsync("a.png", 10);
        // Takes a second: long enough for a clock that has no patience.
        const string Manifest = "content: a.png\nstyle: a.png\nskip: {styleWeight: '> 399'}\naxes: {styleWeight: 1..400 count 400, contentWeight: 1..500 count 500}\nlimits: {maxTrials: 10000}";

        var problems = await _processor.PlanningBy(new ImpatientClock())
            .FindProblemsAsync("a-sweep", "a-sweep.yaml", System.Text.Encoding.UTF8.GetBytes(Manifest), Cancellation);

        Assert.Equal("planning took longer than 120 seconds, which is allowed; use fewer combinations, conditions or globs", Assert.Single(problems).Message);
    }

    private Task<IReadOnlyList<ManifestProblem>> FindAsync(string manifest) =>
        _processor.Planning.FindProblemsAsync("a-sweep", "a-sweep.yaml", System.Text.Encoding.UTF8.GetBytes(manifest), Cancellation);

    private Task PutAsync(string name, int bytes) =>
        _processor.Store.WriteAsync(StoreLayout.InputContainer, name, new byte[bytes], "image/png", Cancellation);

    /// <summary>Whatever is to happen later happens at once, on the thread that asks for it: else a busy machine might plan first.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>A store whose listings have further names, as those of an account may.</summary>
    private sealed class NamedStore(IStore inner, params string[] names) : IStore
    {
        public Task<StoredBlob?> ReadAsync(string container, string name, CancellationToken cancellation) => inner.ReadAsync(container, name, cancellation);

        public Task WriteAsync(string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
            inner.WriteAsync(container, name, content, contentType, cancellation);

        public Task<string?> WriteIfAsync(
            string container, string name, ReadOnlyMemory<byte> content, string contentType, string? knownETag, CancellationToken cancellation) =>
            inner.WriteIfAsync(container, name, content, contentType, knownETag, cancellation);

        public Task<bool> ExistsAsync(string container, string name, CancellationToken cancellation) => inner.ExistsAsync(container, name, cancellation);

        public Task DeleteAsync(string container, string name, CancellationToken cancellation) => inner.DeleteAsync(container, name, cancellation);

        public async IAsyncEnumerable<StoredEntry> ListAsync(
            string container, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var entry in inner.ListAsync(container, prefix, cancellation))
                yield return entry;
            foreach (var name in names)
                yield return new StoredEntry(name, "1", 10);
        }
    }
}
