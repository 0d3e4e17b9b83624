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
            ["StorePatience"] = "00:05:00",
            ["StallTimeout"] = "00:00:10",
            ["WeightsPath"] = weights,
            ["SheetInterval"] = "00:01:00",
            ["HistoryLimit"] = "500",
            ["Workers"] = "8",
            ["HourlyRate"] = "0.53",
            ["Currency"] = "EUR",
            ["LinkLifetime"] = "00:10:00",
            ["HistoryDays"] = "7",
            ["PurgeLimit"] = "200",
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
                StorePatience = TimeSpan.FromMinutes(5),
                StallTimeout = TimeSpan.FromSeconds(10),
                WeightsPath = weights,
                SheetInterval = TimeSpan.FromMinutes(1),
                HistoryLimit = 500,
                Workers = 8,
                HourlyRate = 0.53,
                Currency = "EUR",
                LinkLifetime = TimeSpan.FromMinutes(10),
                HistoryDays = 7,
                PurgeLimit = 200,
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
            ["StorePatience"] = "01:00:01",
            ["StallTimeout"] = "00:00:09",
            ["WeightsPath"] = "/nowhere/vgg19.safetensors",
            ["SheetInterval"] = "often",
            ["HistoryLimit"] = "9",
            ["Workers"] = "none",
            ["HourlyRate"] = "-1",
            ["Currency"] = "1 EUR",
            ["LinkLifetime"] = "2.00:00:00",
            ["HistoryDays"] = "0",
            ["PurgeLimit"] = "100001",
            ["Windo"] = "4",
        }));

        Assert.Equal(19, exception.Problems.Count);
        foreach (var seen in (string[])["'0'", "'pigeon'", "'soon'", "'two'", "'tpu'", "'-1'", "'-00:00:01'", "'01:00:01'", "StallTimeout is '00:00:09'", "'/nowhere/vgg19.safetensors'", "'often'", "'9'", "'none'", "HourlyRate is '-1'", "'1 EUR'", "'2.00:00:00'", "HistoryDays is '0'", "'100001'", "Processor__Windo "])
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
        var sample = Repository.PathOf("local.settings.sample.json");
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
}
