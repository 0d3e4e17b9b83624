using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace NeuralStyle.Offline.Tests.Durable;

public sealed class FunctionsApplicationTests
{
    [Fact]
    public void Build_OnTheStandIn_SaysWhatToUseInstead()
    {
        var company = typeof(FunctionsApplication).Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        Assert.SkipUnless(company == "NeuralStyle", "This build has the published Functions worker, which does host functions.");

        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Services.AddSingleton(TimeProvider.System);

        var error = Assert.Throws<PlatformNotSupportedException>(builder.Build);
        Assert.Contains("nst serve", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateBuilder_WithArguments_ReadsThemAsConfiguration() =>
        Assert.Equal("blue", FunctionsApplication.CreateBuilder(["--color", "blue"]).Configuration["color"]);

    [Theory]
    [InlineData("soon", "00:00:02")]
    [InlineData("-00:00:01", "00:00:02")]
    [InlineData("00:00:01", "later")]
    public void ExponentialBackoffRetry_BadInterval_Throws(string minimum, string maximum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialBackoffRetryAttribute(3, minimum, maximum));
}
