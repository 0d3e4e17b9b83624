using NeuralStyle.Cli.Serve.Polling;

namespace NeuralStyle.Cli.Tests.Serve;

public sealed class MessagePlacesTests : IDisposable
{
    private readonly MessagePlaces _places = new(2);

    public void Dispose() => _places.Dispose();

    [Fact]
    public void Take_AsManyAsThereAre_LeavesNoneFree()
    {
        _places.Take("a");
        Assert.Equal(1, _places.Free);
        using (_places.Take("b"))
            Assert.Equal(0, _places.Free);
        Assert.Equal(1, _places.Free);
    }

    [Fact]
    public void Relieve_OneAtWork_FreesItsPlace()
    {
        var a = _places.Take("a");
        _places.Take("b");

        _places.Relieve("a");
        _places.Relieve("somebody else's");

        Assert.Equal(1, _places.Free);
        a.Dispose();
        Assert.Equal(1, _places.Free);
    }

    [Fact]
    public void Relieve_MoreThanCanBeWritten_FreesNoMore()
    {
        foreach (var key in (string[])["a", "b", "c", "d"])
        {
            Assert.InRange(_places.Free, 1, 2);
            _places.Take(key);
            _places.Relieve(key);
        }

        Assert.Equal(0, _places.Free);
    }

    [Fact]
    public async Task ChangedAsync_PlaceGivenBack_Ends()
    {
        var place = _places.Take("a");
        var changed = _places.ChangedAsync(TestContext.Current.CancellationToken);
        Assert.False(changed.IsCompleted);

        place.Dispose();

        await changed.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
