using NeuralStyle.Plan.Reports;
using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Plan.Tests.Reports;

public sealed class HeaderSpanTests
{
    private static readonly GridHeader[] Headers =
        [Header("a", "1"), Header("a", "2"), Header("b", "2"), Header("b", "1"), Header("b", "1")];

    [Fact]
    public void Of_OuterLevel_JoinsNeighborsOfOneValue()
    {
        var spans = HeaderSpan.Of(Headers, 0);

        Assert.Equal([(0, 2, "a"), (2, 3, "b")], spans.Select(span => (span.Start, span.Length, span.Label.Value)));
    }

    [Fact]
    public void Of_InnerLevel_DoesNotJoinAcrossGroups()
    {
        var spans = HeaderSpan.Of(Headers, 1);

        Assert.Equal([(0, 1, "1"), (1, 1, "2"), (2, 1, "2"), (3, 2, "1")], spans.Select(span => (span.Start, span.Length, span.Label.Value)));
    }

    [Fact]
    public void Levels_HeaderWithoutAxes_IsZero() => Assert.Equal(0, HeaderSpan.Levels([new GridHeader([])]));

    private static GridHeader Header(string outer, string inner) => new([new GridLabel("outer", outer), new GridLabel("inner", inner)]);
}
