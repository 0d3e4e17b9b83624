using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Plan.Tests.Manifests;

public sealed class ImageMatcherTests
{
    [Fact]
    public void MatchImages_NamesAndGlobs_AreFoundInOrderAndOnce()
    {
        var manifest = Sample.Parse("content: [b.jpg, '*.jpg']\nstyle: ['art/?.png']");

        var images = manifest.MatchImages(["c.jpg", "b.jpg", "a.jpg", "art/2.png", "art/1.png", "art/10.png", "x/d.jpg", "notes.yaml"]);

        Assert.Equal(["b.jpg", "a.jpg", "c.jpg"], images.Content);
        Assert.Equal(["art/1.png", "art/2.png"], images.Style);
        Assert.Equal(["b.jpg", "a.jpg", "c.jpg", "art/1.png", "art/2.png"], images.All);
    }

    [Fact]
    public void MatchImages_GlobForEverything_TakesImagesOnly() =>
        Assert.Equal(
            ["A.PNG", "b.tiff"],
            Sample.Parse("content: '*'\nstyle: A.PNG").MatchImages(["sweep.yaml", "b.tiff", "A.PNG", "readme"]).Content);

    [Fact]
    public void MatchImages_NameThatLooksLikeAGlob_IsThatName() =>
        Assert.Equal(["what?.jpg"], Sample.Parse("content: what?.jpg\nstyle: b.jpg").MatchImages(["what?.jpg", "what1.jpg", "b.jpg"]).Content);

    [Fact]
    public void MatchImages_MissingImages_AreAllReportedWithWhatIsThere()
    {
        var manifest = Sample.Parse("content: [x.jpg, a.jpg]\nstyle:\n  - '*.tiff'\n  - bb.png");

        var exception = Assert.Throws<ManifestException>(() => manifest.MatchImages(["b.png", "a.jpg"]));

        Assert.Equal(
            [
                "sweep.yaml:1:11: content[0]: image 'x.jpg' is not in input/ (did you mean 'a.jpg'?); there are: a.jpg, b.png",
                "sweep.yaml:3:5: style[0]: no image in input/ matches '*.tiff'; there are: a.jpg, b.png",
                "sweep.yaml:4:5: style[1]: image 'bb.png' is not in input/ (did you mean 'b.png'?); there are: a.jpg, b.png",
            ],
            exception.Lines);
    }

    [Theory]
    [InlineData("image 'a.jpg' is not in here (did you mean 'b.jpg'?); there are: b.jpg", "a.yaml", "b.jpg", "trials/record.json")]
    [InlineData("image 'a.jpg' is not in here; it has no image (.jpg, .jpeg, .png, .webp, .tif, .tiff)", "a.yaml", "notes.txt")]
    public void MatchImages_OtherFilesBesideImages_AreNotProposed(string expected, params string[] names)
    {
        var manifest = Sample.Parse("content: a.jpg\nparameters: {mode: reconstruction}");

        var exception = Assert.Throws<ManifestException>(() => manifest.MatchImages(names, "here"));

        Assert.EndsWith(expected, Assert.Single(exception.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void MatchImages_ManyImages_ListsTwenty()
    {
        var names = Enumerable.Range(0, 30).Select(number => $"image-{number:D2}.jpg");

        var exception = Assert.Throws<ManifestException>(() => Sample.With(string.Empty).MatchImages(names, "the folder"));

        Assert.Contains("image 'a.jpg' is not in the folder; there are: image-00.jpg, ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("image-19.jpg and 10 more", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("image-20.jpg", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MatchImages_NoImages_SaysThatItIsEmpty()
    {
        var exception = Assert.Throws<ManifestException>(() => Sample.With(string.Empty).MatchImages([]));

        Assert.Contains("image 'a.jpg' is not in input/; it is empty", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "a.jpg", true)]
    [InlineData("*", "x/a.jpg", false)]
    [InlineData("*/*", "x/a.jpg", true)]
    [InlineData("*/a*", "x/y/a.jpg", false)]
    [InlineData("a*c*e.jpg", "abcde.jpg", true)]
    [InlineData("a*c*f.jpg", "abcde.jpg", false)]
    [InlineData("?.jpg", "a.jpg", true)]
    [InlineData("?.jpg", ".jpg", false)]
    [InlineData("A.jpg", "a.jpg", false)]
    [InlineData("a*", "a", true)]
    [InlineData("*b/c*d", "ab/cxd", true)]
    [InlineData("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void Matches_PatternAndName_Fit(string pattern, string name, bool expected) => Assert.Equal(expected, Glob.Matches(pattern, name));
}
