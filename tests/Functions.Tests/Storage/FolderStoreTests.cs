using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Tests.Fakes;

namespace NeuralStyle.Functions.Tests.Storage;

public sealed class FolderStoreTests : StoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("")]
    public async Task WriteAsync_NameLeadingOut_ThrowsNamingIt(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;

        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Open().WriteAsync("results", name, new byte[1], "text/plain", cancellation));

        Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ReadAsync_SeparateInput_ReadsThere()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var images = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(images.Path, "a.jpg"), "image", cancellation);
        var store = new FolderStore(_folder.Path, images.Path);

        var blob = await store.ReadAsync(StoreLayout.InputContainer, "a.jpg", cancellation);

        Assert.Equal("image"u8.ToArray(), blob!.Content.ToArray());
        Assert.Equal(["a.jpg"], await store.ListAsync(StoreLayout.InputContainer, "", cancellation).Select(entry => entry.Name).ToListAsync(cancellation));
    }

    [Fact]
    public async Task WriteAsync_FolderIsAFile_ThrowsStoreUnavailable()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "results"), "a file in the way", cancellation);

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => Open().WriteAsync("results", "name", new byte[1], "text/plain", cancellation));
    }

    [Fact]
    public async Task ListAsync_LeftoversOfAKilledWriter_AreNotThere()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Open().WriteAsync("results", "name", new byte[1], "text/plain", cancellation);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "results", ".name.0123.partial"), "half", cancellation);

        var listed = await Open().ListAsync("results", "", cancellation).ToListAsync(cancellation);

        Assert.Equal(["name"], listed.Select(entry => entry.Name));
    }

    [Fact]
    public async Task Any_Links_AreNotThereAndNotFollowed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var outside = new TemporaryFolder();
        var secret = Path.Combine(outside.Path, "secret");
        await File.WriteAllTextAsync(secret, "secret", cancellation);
        var results = Directory.CreateDirectory(Path.Combine(_folder.Path, "results"));
        File.CreateSymbolicLink(Path.Combine(results.FullName, "link"), secret);
        Directory.CreateSymbolicLink(Path.Combine(results.FullName, "folder"), outside.Path);

        foreach (var name in (string[])["link", "folder/secret"])
        {
            Assert.Null(await Open().ReadAsync("results", name, cancellation));
            Assert.False(await Open().ExistsAsync("results", name, cancellation));
            await Open().DeleteAsync("results", name, cancellation);
        }

        await Open().WriteAsync("results", "link", "mine"u8.ToArray(), "text/plain", cancellation);
        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => Open().WriteAsync("results", "folder/new", "mine"u8.ToArray(), "text/plain", cancellation));

        Assert.Contains("is a link", exception.Message, StringComparison.Ordinal);
        Assert.Equal("secret", await File.ReadAllTextAsync(secret, cancellation));
        Assert.Equal(["secret"], Directory.EnumerateFiles(outside.Path).Select(Path.GetFileName));
        Assert.Equal("mine"u8.ToArray(), (await Open().ReadAsync("results", "link", cancellation))!.Content.ToArray());
    }

    [Fact]
    public async Task ReadAsync_Pipe_IsEmptyAndNotWaitedFor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        var cancellation = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(Path.Combine(_folder.Path, "input"));
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", Path.Combine(_folder.Path, "input", "pipe.png")))
            await mkfifo.WaitForExitAsync(cancellation);

        // In another thread: opening a pipe that nobody writes to doesn't come back.
        var blob = await Task.Run(() => Open().ReadAsync("input", "pipe.png", cancellation), cancellation).WaitAsync(TimeSpan.FromMinutes(2), cancellation);

        Assert.Equal(0, blob!.Content.Length);
    }

    public void Dispose() => _folder.Dispose();

    protected override IStore Open() => new FolderStore(_folder.Path);
}
