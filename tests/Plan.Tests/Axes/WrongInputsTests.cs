using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Axes;

/// <summary>The corpus of wrong manifests in <c>wrong-inputs.txt</c>: each has exactly the messages that stand below it.</summary>
public sealed class WrongInputsTests
{
    private const string Arrow = "  =>";
    private const string End = "===";

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (lines, messages) in Read())
                cases.Add(lines, messages);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_WrongInput_SaysExactlyThat(string lines, string messages)
    {
        var report = string.Empty;
        try
        {
            Sample.Plan(Sample.With(lines), "a.jpg", "b.jpg");
        }
        catch (ManifestException exception)
        {
            report = string.Join('\n', exception.Report);
            Assert.Equal(exception.Problems.Select(problem => problem.Format(Sample.Source)), exception.Lines);
        }

        Assert.Equal(messages, report);
    }

    [Fact]
    public void Corpus_IsLarge() => Assert.InRange(Read().Count(), 100, 1000);

    private static IEnumerable<(string Lines, string Messages)> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Axes", "wrong-inputs.txt");
        var (lines, messages, isMessage) = (new List<string>(), new List<string>(), false);
        foreach (var line in File.ReadLines(path))
        {
            if (line == Arrow)
            {
                isMessage = true;
            }
            else if (line == End)
            {
                yield return (string.Join('\n', lines), string.Join('\n', messages));
                (lines, messages, isMessage) = ([], [], false);
            }
            else if (isMessage)
            {
                messages.Add(line);
            }
            else if (!line.StartsWith('#') && line.Length > 0)
            {
                lines.Add(line);
            }
        }
    }
}
