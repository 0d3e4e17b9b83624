using NeuralStyle.Engine.Sheets.Painting;

namespace NeuralStyle.Engine.Tests.Sheets;

public sealed class TextSetterTests
{
    private static readonly TextStyle Style = new(14, Bold: false, Ink.Strong);

    [Theory]
    [InlineData("The loss became NaN at evaluation 13 (style loss of relu5_1).", 120)]
    [InlineData("relu1_1, relu2_1, relu3_1, relu4_1, relu5_1", 90)]
    [InlineData("averylongwordwithoutanyplacetobreakitatall", 60)]
    [InlineData("日本語の長いラベルは空白なしで続く", 70)]
    public void Wrap_EnoughLines_KeepsEveryCharacterAndFits(string text, int width)
    {
        var setter = new TextSetter();

        var lines = setter.Wrap(text, Style, width, 100);

        Assert.Equal(text.Replace(" ", string.Empty, StringComparison.Ordinal), string.Concat(lines).Replace(" ", string.Empty, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(setter.Width(line, Style) <= width, $"'{line}' is {setter.Width(line, Style)} wide."));
    }

    [Fact]
    public void Wrap_WordsThatFit_BreaksAtSpacesOnly()
    {
        var lines = new TextSetter().Wrap("relu1_1 conv2_1 pool3", Style, 70, 9);

        Assert.Equal(["relu1_1", "conv2_1", "pool3"], lines);
    }

    [Fact]
    public void Wrap_WideWord_BreaksAfterPunctuationFirst()
    {
        var lines = new TextSetter().Wrap("golden_gate_bridge.jpg", Style, 100, 9);

        Assert.Equal(["golden_gate_", "bridge.jpg"], lines);
    }

    [Fact]
    public void Wrap_NameOfAParameter_BreaksBeforeACapital()
    {
        var lines = new TextSetter().Wrap("learningRateSchedule", Style, 110, 9);

        Assert.Equal(["learningRate", "Schedule"], lines);
    }

    [Fact]
    public void Wrap_TooFewLines_EndsTheLastWithAnEllipsisThatFits()
    {
        var setter = new TextSetter();

        var lines = setter.Wrap("one two three four five six seven eight nine ten", Style, 90, 2);

        Assert.Equal(2, lines.Count);
        Assert.DoesNotContain('…', lines[0]);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.True(setter.Width(lines[1], Style) <= 90);
    }

    [Fact]
    public void Wrap_NoBreakSpaces_KeepsNameAndValueTogether()
    {
        var lines = new TextSetter().Wrap("iterations\u00A080 · seed\u00A07", Style, 110, 9);

        Assert.Equal(["iterations\u00A080 ·", "seed\u00A07"], lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t\r\n ")]
    [InlineData("\u0000\u200B")]
    public void Wrap_NothingVisible_HasNoLines(string text) => Assert.Empty(new TextSetter().Wrap(text, Style, 100, 3));

    [Fact]
    public void Mask_Markup_IsDrawnAsText()
    {
        var setter = new TextSetter();

        Assert.True(setter.Width("<b>x</b>", Style) > 3 * setter.Width("x", Style));
    }

    [Fact]
    public void Mask_LinesOfOneStyle_ShareTheirBaseline()
    {
        var setter = new TextSetter();
        var (digit, tall) = (setter.Mask("3", Style), setter.Mask("Éx", Style));

        Assert.Equal(digit.Top + digit.Height, tall.Top + tall.Height, 1.0);
        Assert.NotEqual(digit.Top, tall.Top);
    }
}
