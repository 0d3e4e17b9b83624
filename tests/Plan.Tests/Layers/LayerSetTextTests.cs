using FsCheck.Fluent;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;

namespace NeuralStyle.Plan.Tests.Layers;

public sealed class LayerSetTextTests
{
    [Theory]
    [InlineData("relu4_2", "relu4_2")]
    [InlineData("relu1_1, relu2_1", "relu1_1, relu2_1")]
    [InlineData("relu1_1,relu2_1,relu3_1,relu4_1,relu5_1", "relu1_1..relu5_1")]
    [InlineData("relu1_1..relu5_1", "relu1_1..relu5_1")]
    [InlineData("conv3_1..conv3_4", "conv3_1..conv3_4")]
    [InlineData("pool1..pool3, pool5", "pool1..pool3, pool5")]
    [InlineData("relu1_1, relu2_1, relu3_1, relu5_1", "relu1_1..relu3_1, relu5_1")]
    [InlineData("relu1_1, relu1_2, relu2_1, relu3_1", "relu1_1, relu1_2, relu2_1, relu3_1")]
    [InlineData("conv1_1, relu2_1, relu3_1", "conv1_1, relu2_1, relu3_1")]
    public void Format_ParsedText_IsTheShortForm(string text, string expected)
    {
        var layers = LayerSetText.Parse(text, []);

        Assert.Equal(expected, LayerSetText.Format([.. layers!]));
    }

    [Fact]
    public void Format_AnySet_ReadsBackAsTheSameSet() => Prop.ForAll<ulong>(bits =>
    {
        var layers = VggTopology.Layers.Where((_, depth) => (bits & (1UL << depth)) != 0).ToList();
        return layers.Count == 0 || LayerSetText.Parse(LayerSetText.Format([.. layers]), [])!.SequenceEqual(layers);
    }).Holds();

    [Theory]
    [InlineData("relu6_1", 0, "layer 'relu6_1' is not in VGG-19")]
    [InlineData("relu1_1, relu1_3", 9, "there are: relu1_1, relu1_2, relu2_1")]
    [InlineData("relu1_1, , relu2_1", 9, "a layer name is missing")]
    [InlineData("block4_conv2", 0, "there are: conv1_1, relu1_1, conv1_2")]
    [InlineData("relu1_1..relu9_1", 9, "layer 'relu9_1' is not in VGG-19")]
    [InlineData("relu1_1..conv5_1", 0, "names no run of layers")]
    [InlineData("relu1_1..relu2_2", 0, "names no run of layers")]
    [InlineData("relu1_1..relu1_1", 0, "names no run of layers")]
    [InlineData("relu1_1..relu3_1, relu2_1", 18, "'relu2_1' is there twice")]
    [InlineData("22", 0, "layer '22' is not in VGG-19")]
    public void Parse_BadText_PointsAtThePlace(string text, int offset, string message)
    {
        var problems = new List<ValueProblem>();

        Assert.Null(LayerSetText.Parse(text, problems));
        var problem = Assert.Single(problems);
        Assert.Equal(offset, problem.Offset);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_RunWithAMissingLayer_NamesIt()
    {
        // Both ends are there, but block 1 and 2 have two convolutions only.
        var problems = new List<ValueProblem>();

        Assert.NotNull(LayerSetText.Parse("conv3_3..conv5_3", problems));
        Assert.Null(LayerSetText.Parse("conv2_3..conv5_3", problems));
        Assert.Contains("conv2_3", Assert.Single(problems).Message, StringComparison.Ordinal);
    }
}
