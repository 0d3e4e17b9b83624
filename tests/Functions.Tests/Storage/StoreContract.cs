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

    private async Task<string> TextAsync(IStore store, string name) =>
        System.Text.Encoding.UTF8.GetString((await store.ReadAsync(_container, name, Cancellation))!.Content.Span);
}
