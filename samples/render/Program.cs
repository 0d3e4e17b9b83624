using System.Diagnostics;
using System.Globalization;
using NeuralStyle.Samples.Render.Harbor;
using NeuralStyle.Samples.Render.Imaging;

var output = args[0];
var watch = Stopwatch.StartNew();
var n = int.Parse(args[1], CultureInfo.InvariantCulture);
var scale = float.Parse(args[2], CultureInfo.InvariantCulture);
PngFile.Write(Path.Combine(output, "harbor.png"), HarborScene.Render((int)(768 * scale), (int)(512 * scale), n));
Console.WriteLine(watch.Elapsed);
