using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Searches;

namespace NeuralStyle.Plan.Tests.Searches;

public sealed class KeptShareTests
{
    [Theory]
    [InlineData("1/3", "1/3")]
    [InlineData(" 2 / 6 ", "1/3")]
    [InlineData("0.4", "2/5")]
    [InlineData(".25", "1/4")]
    [InlineData("0.0001", "1/10000")]
    public void Parse_Right_IsTheFractionInLowestTerms(string text, string shown)
    {
        Assert.Equal(shown, Parse(text)!.ToString());
        Assert.Equal(Parse(text), Parse(shown));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("0.0")]
    [InlineData("3/3")]
    [InlineData("4/3")]
    [InlineData("0/3")]
    [InlineData("-1/3")]
    [InlineData("1/3/4")]
    [InlineData("1/12345")]
    [InlineData("0.00001")]
    [InlineData("1.5")]
    [InlineData("0.5e-1")]
    [InlineData("half")]
    [InlineData("")]
    public void Parse_Wrong_IsAProblem(string text)
    {
        var problems = new List<ValueProblem>();

        Assert.Null(KeptShare.Parse(text, problems));
        Assert.Contains("a fraction such as 1/3", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_Any_ReadsBackAsTheSame()
    {
        for (var denominator = 2; denominator <= 60; denominator++)
        {
            for (var numerator = 1; numerator < denominator; numerator++)
            {
                var share = Parse(FormattableString.Invariant($"{numerator}/{denominator}"))!;

                Assert.Equal(share, Parse(share.ToString()));
                Assert.Equal((long)numerator * share.Denominator, (long)denominator * share.Numerator);
            }
        }
    }

    [Theory]
    [InlineData("1/3", 9, 3)]
    [InlineData("1/3", 10, 4)]
    [InlineData("1/3", 1, 1)]
    [InlineData("1/3", 0, 0)]
    // In floating point 100 times 0.07 is a little more than 7, and would keep 8.
    [InlineData("0.07", 100, 7)]
    [InlineData("9999/10000", 10_000, 9999)]
    public void Of_Trials_IsTheShareRoundedUp(string share, int trials, int kept) => Assert.Equal(kept, Parse(share)!.Of(trials));

    private static KeptShare? Parse(string text) => KeptShare.Parse(text, new List<ValueProblem>());
}
