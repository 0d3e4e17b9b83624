using NeuralStyle.Engine.Networks;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Engine.Tests.Networks;

public sealed class WeightsLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nst-weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void NoFile_HasTheEmbeddedNetworkOnly()
    {
        var library = new WeightsLibrary(null);

        Assert.Equal(NetworkName.Vgg19Mini, library.DefaultNetwork);
        Assert.True(library.Has(NetworkName.Vgg19Mini));
        Assert.False(library.Has(NetworkName.Vgg19));
        Assert.Contains("nst weights get vgg16", Assert.Throws<WeightsException>(() => library.Of(NetworkName.Vgg16)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFiles_EachServesTheNetworkThatItSays()
    {
        var library = new WeightsLibrary($"{Write(NetworkName.Vgg16)};{Write(NetworkName.Vgg19)}");

        Assert.Equal(NetworkName.Vgg19, library.DefaultNetwork);
        Assert.Equal(13, library.Of(NetworkName.Vgg16).Convolutions.Count);
        Assert.Equal(16, library.Of(NetworkName.Vgg19).Convolutions.Count);
        Assert.NotEqual(library.Reference(NetworkName.Vgg16).Sha256, library.Reference(NetworkName.Vgg19).Sha256);
    }

    [Fact]
    public void Vgg16Only_IsTheDefault()
    {
        var library = new WeightsLibrary(Write(NetworkName.Vgg16));

        Assert.Equal(NetworkName.Vgg16, library.DefaultNetwork);
        Assert.False(library.Has(NetworkName.Vgg19));
    }

    [Fact]
    public void TwoFilesOfOneNetwork_Throws()
    {
        var path = Write(NetworkName.Vgg19);

        Assert.Contains("another file is given too", Assert.Throws<WeightsException>(() => new WeightsLibrary($"{path};{path}").DefaultNetwork).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_ThrowsNamingIt() =>
        Assert.Contains("'/nowhere/w.pth'", Assert.Throws<WeightsException>(() => new WeightsLibrary("/nowhere/w.pth").DefaultNetwork).Message, StringComparison.Ordinal);

    private string Write(NetworkName network)
    {
        var path = Path.Combine(_folder, $"{EnumNames.Of(network)}.safetensors");
        File.WriteAllBytes(path, SmallVgg.Safetensors(network, EnumNames.Of(network)));
        return path;
    }
}
