using System.Diagnostics;
using NeuralStyle.Samples.Render.Harbor;
using NeuralStyle.Samples.Render.Imaging;
using NeuralStyle.Samples.Render.Impasto;
using NeuralStyle.Samples.Render.Mosaic;
using NeuralStyle.Samples.Render.Woodcut;

// Usage: render FOLDER [NAME...], where NAME is an image below; without names, all of them.
(string Name, int Bits, Func<Picture> Render)[] images =
[
    ("harbor", 7, () => HarborScene.Town(768, 512, 6)),
    ("lighthouse", 7, () => HarborScene.Lighthouse(400, 500, 6)),
    ("impasto", 6, () => ImpastoPainting.Render(600, 480)),
    ("mosaic", 6, () => GlassMosaic.Render(640, 512)),
    ("woodcut", 5, () => WoodcutPrint.Render(512, 512)),
    ("water", 8, HarborMasks.Water),
    ("shore", 8, HarborMasks.Shore),
    ("town", 8, HarborMasks.Town),
];

var known = images.Select(image => image.Name).ToArray();
var wrong = args.Skip(1).Except(known).ToArray();
if (args.Length == 0 || wrong.Length > 0)
{
    Console.Error.WriteLine(args.Length == 0 ? "The output folder is missing." : $"Unknown image: {string.Join(", ", wrong)}.");
    Console.Error.WriteLine($"Usage: render FOLDER [NAME...], where NAME is one of: {string.Join(", ", known)}.");
    return 2;
}

Directory.CreateDirectory(args[0]);
foreach (var (name, bits, render) in images.Where(image => args.Length == 1 || args.Contains(image.Name)))
{
    var watch = Stopwatch.StartNew();
    var path = Path.Combine(args[0], name + ".png");
    PngFile.Write(path, render(), bits);
    Console.WriteLine($"{path}: {new FileInfo(path).Length / 1024} KiB in {watch.Elapsed.TotalSeconds:F1} s");
}
return 0;
