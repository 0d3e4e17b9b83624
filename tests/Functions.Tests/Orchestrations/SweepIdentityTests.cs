using NeuralStyle.Functions.Orchestrations;

namespace NeuralStyle.Functions.Tests.Orchestrations;

public sealed class SweepIdentityTests
{
    [Theory]
    [InlineData("harbor.yaml", "harbor")]
    [InlineData("harbor.YML", "harbor")]
    [InlineData("team/harbor.v2.json", "team/harbor.v2")]
    [InlineData("harbor.txt", null)]
    [InlineData(".yaml", null)]
    [InlineData("team/.yaml", null)]
    public void TryFromManifest_BlobName_GivesNameWithoutExtension(string manifest, string? expected)
    {
        Assert.Equal(expected is not null, SweepIdentity.TryFromManifest(manifest, out var sweep));
        if (expected is not null)
            Assert.Equal(expected, sweep);
    }

    [Fact]
    public void InstanceId_LongOddName_IsShortPlainAndItsOwn()
    {
        var name = new string('x', 200) + "/?#ü";

        var id = SweepIdentity.InstanceId(name, "0x1");

        Assert.True(SweepIdentity.TrialInstanceId(id, "0123456789abcdef").Length <= 100);
        Assert.All(SweepIdentity.InstanceId("a/b?c#ü", "1"), letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        Assert.NotEqual(id, SweepIdentity.InstanceId(name, "0x2"));
        Assert.NotEqual(SweepIdentity.InstanceId("a/b", "1"), SweepIdentity.InstanceId("a-b", "1"));
        Assert.Equal(id, SweepIdentity.InstanceId(name, "0x1"));
    }
}
