using Microsoft.Extensions.Configuration;
using NeuralStyle.Functions.Orchestrations;
using NeuralStyle.Functions.Settings;

namespace NeuralStyle.Functions.Tests.Settings;

public sealed class ProcessorSettingsReaderTests
{
    [Fact]
    public void Read_NothingSet_GivesDefaults()
    {
        Assert.Equal(new ProcessorSettings(), Read([]));
    }

    [Fact]
    public void Read_EverythingSet_GivesIt()
    {
        var weights = Path.GetTempFileName();

        var settings = Read(new()
        {
            ["Window"] = "7",
            ["Dispatch"] = "activity",
            ["TrialTimeout"] = "00:30:00",
            ["MaxEnqueues"] = "2",
            ["Device"] = "cuda:1",
            ["Threads"] = "3",
            ["Batch"] = "12",
            ["CheckpointInterval"] = "00:02:00",
            ["WeightsPath"] = weights,
            ["SheetInterval"] = "00:01:00",
            ["Workers"] = "8",
            ["HourlyRate"] = "0.53",
            ["Currency"] = "EUR",
        });

        File.Delete(weights);
        Assert.Equal(
            new ProcessorSettings
            {
                Window = 7,
                Dispatch = TrialDispatch.Activity,
                TrialTimeout = TimeSpan.FromMinutes(30),
                MaxEnqueues = 2,
                Device = "cuda:1",
                Threads = 3,
                Batch = 12,
                CheckpointInterval = TimeSpan.FromMinutes(2),
                WeightsPath = weights,
                SheetInterval = TimeSpan.FromMinutes(1),
                Workers = 8,
                HourlyRate = 0.53,
                Currency = "EUR",
            },
            settings);
    }

    [Fact]
    public void Read_SeveralProblems_SaysAllOfThem()
    {
        var exception = Assert.Throws<SettingsException>(() => Read(new()
        {
            ["Window"] = "0",
            ["Dispatch"] = "pigeon",
            ["TrialTimeout"] = "soon",
            ["MaxEnqueues"] = "two",
            ["Device"] = "tpu",
            ["Threads"] = "-1",
            ["CheckpointInterval"] = "-00:00:01",
            ["WeightsPath"] = "/nowhere/vgg19.safetensors",
            ["SheetInterval"] = "often",
            ["Workers"] = "none",
            ["HourlyRate"] = "-1",
            ["Currency"] = "1 EUR",
            ["Windo"] = "4",
        }));

        Assert.Equal(13, exception.Problems.Count);
        foreach (var seen in (string[])["'0'", "'pigeon'", "'soon'", "'two'", "'tpu'", "'-1'", "'-00:00:01'", "'/nowhere/vgg19.safetensors'", "'often'", "'none'", "HourlyRate is '-1'", "'1 EUR'", "Processor__Windo "])
            Assert.Contains(seen, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralWeightsFiles_NamesEachThatIsMissing()
    {
        var weights = Path.GetTempFileName();

        var exception = Assert.Throws<SettingsException>(() => Read(new() { ["WeightsPath"] = $"{weights}; /nowhere/a.pth ;/nowhere/b.pth" }));

        Assert.Equal($"{weights};{weights}", Read(new() { ["WeightsPath"] = $"{weights};{weights}" }).WeightsPath);
        File.Delete(weights);
        Assert.Equal(2, exception.Problems.Count);
        Assert.Contains("'/nowhere/a.pth', which is no file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheSampleFile_HasEverySettingAndIsValid()
    {
        var sample = FindUp("local.settings.sample.json");
        var values = new ConfigurationBuilder().AddJsonFile(sample).Build().GetSection("Values").GetChildren()
            .Where(value => value.Key.StartsWith("Processor__", StringComparison.Ordinal))
            .ToDictionary(value => value.Key["Processor__".Length..], value => value.Value);

        Assert.Equal(new ProcessorSettings(), Read(values));
        Assert.Equal(
            typeof(ProcessorSettings).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(),
            values.Keys.Order());
    }

    [Fact]
    public void Dispatching_BatchLargerThanTheWindow_WidensTheWindow()
    {
        Assert.Equal(8, new ProcessorSettings { Window = 4, Batch = 8 }.Dispatching.Window);
        Assert.Equal(4, new ProcessorSettings { Window = 4, Batch = 2 }.Dispatching.Window);
    }

    private static ProcessorSettings Read(Dictionary<string, string?> values) => ProcessorSettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => $"Processor:{value.Key}", value => value.Value)).Build());

    private static string FindUp(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, name)))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, name);
    }
}
