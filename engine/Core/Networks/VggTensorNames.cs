using NeuralStyle.Engine.Networks.Formats;
using NeuralStyle.Plan.Layers;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Engine.Networks;

/// <summary>
/// The names that tensors of VGG networks have: <c>conv1_1.weight</c>, or <c>features.0.weight</c> as in torchvision, where the
/// index counts convolutions, ReLUs and poolings. Other tensors, such as <c>classifier.0.weight</c>, are not looked at.
/// </summary>
internal static class VggTensorNames
{
    /// <summary>A layer's name in torchvision's scheme, without <c>.weight</c>.</summary>
    public static string TorchvisionName(NetworkName network, LayerName layer) => $"features.{IndexOf(network, layer)}";

    /// <summary>The name under which a file has a convolution of a network, without <c>.weight</c>; null when it has none.</summary>
    public static string? Find(ITensorFile file, NetworkName network, LayerName layer)
    {
        string[] names = [layer.ToString(), TorchvisionName(network, layer)];
        return names.FirstOrDefault(name => file.Contains($"{name}.weight"));
    }

    /// <summary>The network whose layers the names are; null when they are of both.</summary>
    /// <exception cref="WeightsException">The names fit no network.</exception>
    public static NetworkName? Recognize(string name, ITensorFile file)
    {
        // conv3_4, or features.16 and so on, is there only in VGG-19; features.17 only in VGG-16.
        string[] wanted = [.. file.Names.Where(tensor => tensor.EndsWith(".weight", StringComparison.Ordinal)).Select(tensor => tensor[..^".weight".Length])
            .Where(IsFeature)];
        var unknown = wanted.Where(tensor => !NamesOf(NetworkName.Vgg19).Contains(tensor) && !NamesOf(NetworkName.Vgg16).Contains(tensor)).ToList();
        if (unknown.Count > 0)
        {
            throw new WeightsException(
                $"{name} holds {Shown.List(unknown, 4)}, which is no convolution of VGG-16 or VGG-19; variants with batch normalization can't be read.");
        }

        var (of19, of16) = (wanted.All(NamesOf(NetworkName.Vgg19).Contains), wanted.All(NamesOf(NetworkName.Vgg16).Contains));
        if (!of19 && !of16)
            throw new WeightsException($"{name} holds layers of VGG-16 and of VGG-19 that no network has together: {Shown.List(wanted)}.");
        return of19 && of16 && wanted.Contains("conv4_1") && !wanted.Contains("conv3_4") ? NetworkName.Vgg16
            : of19 && of16 ? null
            : of19 ? NetworkName.Vgg19 : NetworkName.Vgg16;
    }

    private static bool IsFeature(string tensor) =>
        tensor.StartsWith("features.", StringComparison.Ordinal) || LayerName.TryParse(tensor, out _);

    private static HashSet<string> NamesOf(NetworkName network) =>
    [
        .. VggTopology.Convolutions.Where(layer => VggTopology.Contains(network, layer))
            .SelectMany(layer => (string[])[layer.ToString(), TorchvisionName(network, layer)]),
    ];

    private static int IndexOf(NetworkName network, LayerName layer) =>
        VggTopology.Layers.Where(known => VggTopology.Contains(network, known)).TakeWhile(known => known != layer).Count();
}
