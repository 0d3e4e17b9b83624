namespace NeuralStyle.Engine.Networks;

/// <summary>A preprocessing as a mean to subtract from the 0..1 RGB image and a kernel change that does the rest.</summary>
internal sealed class InputScaling
{
    private readonly float[] _scale;
    private readonly bool _reversed;

    private InputScaling(float[] mean, float[] scale, bool reversed)
    {
        Mean = mean;
        _scale = scale;
        _reversed = reversed;
    }

    /// <summary>Mean of R, G and B, on 0..1.</summary>
    public float[] Mean { get; }

    public static InputScaling Of(Preprocessing preprocessing) => preprocessing switch
    {
        Preprocessing.Torchvision => new(
            [0.485f, 0.456f, 0.406f], [1 / 0.229f, 1 / 0.224f, 1 / 0.225f], reversed: false),
        Preprocessing.Caffe => new(
            [123.68f / 255, 116.779f / 255, 103.939f / 255], [255f, 255f, 255f], reversed: true),
        _ => throw new ArgumentOutOfRangeException(nameof(preprocessing), preprocessing, "Allowed are torchvision and caffe."),
    };

    /// <summary>The first kernel [out,3,3,3] changed so that it reads mean-free RGB of 0..1.</summary>
    public float[] FoldInto(ConvolutionWeights first)
    {
        const int Taps = 9;
        var folded = new float[first.Kernel.Length];
        for (var output = 0; output < first.OutputChannels; output++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                var from = ((output * 3) + (_reversed ? 2 - channel : channel)) * Taps;
                var to = ((output * 3) + channel) * Taps;
                for (var tap = 0; tap < Taps; tap++)
                    folded[to + tap] = first.Kernel[from + tap] * _scale[channel];
            }
        }

        return folded;
    }
}
