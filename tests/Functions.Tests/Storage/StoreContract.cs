using NeuralStyle.Functions.Storage;

namespace NeuralStyle.Functions.Tests.Storage;

/// <summary>What both stores promise.</summary>
public abstract class StoreContract
{
    private readonly string _container = $"test-{Guid.NewGuid():N}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IStore Open();

    [Fact]
    public async Task ReadAsync_NothingThere_GivesNull()
    {
        var store = Open();

        Assert.Null(await store.ReadAsync(_container, "none", Cancellation));
        await WriteAsync(store, "other", "x");
        Assert.Null(await store.ReadAsync(_container, "none", Cancellation));
        Assert.False(await store.ExistsAsync(_container, "none", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_NewName_IsReadBack()
    {
        var store = Open();

        await WriteAsync(store, "a/b/c ü.txt", "hello");

        Assert.Equal("hello", await TextAsync(store, "a/b/c ü.txt"));
        Assert.True(await store.ExistsAsync(_container, "a/b/c ü.txt", Cancellation));
    }

    [Fact]
    public async Task WriteAsync_SameName_ReplacesAndChangesETag()
    {
        var store = Open();
        await WriteAsync(store, "name", "first");
        var first = await store.ReadAsync(_container, "name", Cancellation);

        await WriteAsync(store, "name", "other");

        var second = await store.ReadAsync(_container, "name", Cancellation);
        Assert.Equal("other", await TextAsync(store, "name"));
        Assert.NotEqual(first!.ETag, second!.ETag);
    }

    [Fact]
    public async Task WriteIfAsync_VersionThatWasSeen_WritesAndGivesTheNewVersion()
    {
        var store = Open();

        var first = await WriteIfAsync(store, "first", null);
        var second = await WriteIfAsync(store, "second one", first);

        Assert.NotNull(first);
        Assert.Equal((await store.ReadAsync(_container, "name", Cancellation))!.ETag, second);
        Assert.Equal("second one", await TextAsync(store, "name"));
    }

    [Fact]
    public async Task WriteIfAsync_AnotherVersion_WritesNothing()
    {
        var store = Open();

        Assert.Null(await WriteIfAsync(store, "over nothing", "0x123"));
        var first = await WriteIfAsync(store, "first", null);
        Assert.Null(await WriteIfAsync(store, "as if new", null));
        await WriteAsync(store, "name", "by another");
        Assert.Null(await WriteIfAsync(store, "over another's", first));

        Assert.Equal("by another", await TextAsync(store, "name"));
    }

    [Fact]
    public async Task WriteIfAsync_ManyAtOnce_OneWins()
    {
        var store = Open();
        var first = await WriteIfAsync(store, "first", null);

        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => WriteIfAsync(store, $"writer {number}", first))));

        var winner = Assert.Single(written.Index(), one => one.Item is not null);
        Assert.Equal($"writer {winner.Index}", await TextAsync(store, "name"));
    }

    [Fact]
    public async Task ListAsync_WithPrefix_GivesThoseInOrderWithTheirETags()
    {
        var store = Open();
        foreach (var name in (string[])["b/2", "b/10", "a", "b/1", "c/b/1"])
            await WriteAsync(store, name, name);

        var listed = await store.ListAsync(_container, "b/", Cancellation).ToListAsync(Cancellation);

        Assert.Equal(["b/1", "b/10", "b/2"], listed.Select(entry => entry.Name));
        Assert.Equal([3, 4, 3], listed.Select(entry => entry.Bytes));
        Assert.Equal((await store.ReadAsync(_container, "b/10", Cancellation))!.ETag, listed[1].ETag);
    }

    [Fact]
    public async Task ListAsync_NoContainer_GivesNothing()
    {
        Assert.Empty(await Open().ListAsync(_container, string.Empty, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_ThereOrNot_LeavesNothing()
    {
        var store = Open();
        await WriteAsync(store, "name", "x");

        await store.DeleteAsync(_container, "name", Cancellation);
        await store.DeleteAsync(_container, "name", Cancellation);

        Assert.False(await store.ExistsAsync(_container, "name", Cancellation));
    }

    [Theory]
    [InlineData("../other/a")]
    [InlineData("a/../../other/b")]
    [InlineData("a/./b")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a.")]
    [InlineData(".. /a")]
    [InlineData("...")]
    [InlineData("a /b")]
    [InlineData("")]
    public async Task Any_NameThatIsNone_ThrowsAndTouchesNothing(string name)
    {
        var store = Open();
        await WriteAsync(store, "a", "x");

        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(store, name, "y"));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(_container, name, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ExistsAsync(_container, name, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteAsync(_container, name, Cancellation));
        Assert.Equal(["a"], await store.ListAsync(_container, string.Empty, Cancellation).Select(entry => entry.Name).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("%2e%2e%2fother")]
    [InlineData("%2e%2e/other")]
    [InlineData("\u2024\u2024/other")]
    [InlineData("a%00b?c#d")]
    [InlineData("<b>&amp;'\"=1+1")]
    public async Task WriteAsync_NameThatLooksLikeAnother_IsItselfAlone(string name)
    {
        var store = Open();

        await WriteAsync(store, name, "x");

        Assert.Equal("x", await TextAsync(store, name));
        Assert.Equal([name], await store.ListAsync(_container, string.Empty, Cancellation).Select(entry => entry.Name).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task WriteAsync_NameTooLong_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(Open(), new string('a', 1025), "x"));

    [Fact]
    public async Task ReadAsync_MoreBytesThanAllowed_ThrowsTheirNumber()
    {
        var store = Open();
        var (name, allowed) = ($"{Guid.NewGuid():N}.yaml", (int)StoreLimits.BytesOf(StoreLayout.SweepsContainer));
        await store.WriteAsync(StoreLayout.SweepsContainer, name, new byte[allowed + 1], "text/plain", Cancellation);

        var exception = await Assert.ThrowsAsync<BlobTooLargeException>(() => store.ReadAsync(StoreLayout.SweepsContainer, name, Cancellation));

        Assert.Equal($"sweeps/{name} has {allowed + 1} bytes; allowed are {allowed}.", exception.Message);
        var listed = await store.ListAsync(StoreLayout.SweepsContainer, name, Cancellation).SingleAsync(Cancellation);
        Assert.Equal(listed.ETag, exception.ETag);
        await store.WriteAsync(StoreLayout.SweepsContainer, name, new byte[allowed], "text/plain", Cancellation);
        Assert.Equal(allowed, (await store.ReadAsync(StoreLayout.SweepsContainer, name, Cancellation))!.Content.Length);
        await store.DeleteAsync(StoreLayout.SweepsContainer, name, Cancellation);
    }

    [Fact]
    public async Task ReadAsync_WhileOthersWrite_NeverSeesAPart()
    {
        var store = Open();
        var contents = Enumerable.Range(0, 4).Select(number => Enumerable.Repeat((byte)number, 200_000 + number).ToArray()).ToArray();
        await store.WriteAsync(_container, "name", contents[0], "text/plain", Cancellation);

        var writing = Task.Run(
            async () =>
            {
                for (var round = 0; round < 40; round++)
                    await store.WriteAsync(_container, "name", contents[round % 4], "text/plain", Cancellation);
            },
            Cancellation);
        while (!writing.IsCompleted)
        {
            var blob = await store.ReadAsync(_container, "name", Cancellation);
            Assert.Equal(contents[blob!.Content.Span[0]], blob.Content.ToArray());
        }

        await writing;
    }

    private Task WriteAsync(IStore store, string name, string text) =>
        store.WriteAsync(_container, name, System.Text.Encoding.UTF8.GetBytes(text), "text/plain", Cancellation);

    private Task<string?> WriteIfAsync(IStore store, string text, string? knownETag) =>
        store.WriteIfAsync(_container, "name", System.Text.Encoding.UTF8.GetBytes(text), "text/plain", knownETag, Cancellation);

    private async Task<string> TextAsync(IStore store, string name) =>
        System.Text.Encoding.UTF8.GetString((await store.ReadAsync(_container, name, Cancellation))!.Content.Span);
}
