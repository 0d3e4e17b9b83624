using System.Reflection;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace NeuralStyle.Offline.Tests.TorchSharp;

/// <summary>The seam inside the stand-in, which the published package does not have.</summary>
[Collection(TensorsOneAtATime.Name)]
public class NativeLibraryTests
{
    [Fact]
    public void Declarations_OfNativeFunctions_AllHaveAnExport()
    {
        var native = typeof(Tensor).Assembly.GetType("TorchSharp.Interop.Native");
        Assert.SkipWhen(native is null, "this is the published package, which has native functions of its own");

        using var loaded = zeros(1);
        var library = NativeLibrary.Load("NeuralStyleTorch", native.Assembly, null);
        var declared = native.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(method => method.GetCustomAttribute<DllImportAttribute>() is not null)
            .Select(method => method.Name)
            .ToList();

        Assert.NotEmpty(declared);
        Assert.DoesNotContain(declared, name => !NativeLibrary.TryGetExport(library, name, out _));
    }
}
