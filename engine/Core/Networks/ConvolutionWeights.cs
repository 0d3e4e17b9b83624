namespace NeuralStyle.Engine.Networks;

/// <summary>One 3x3 convolution's numbers, as the file has them.</summary>
/// <param name="OutputChannels">Channels that it makes.</param>
/// <param name="InputChannels">Channels that it reads.</param>
/// <param name="Kernel">Values of shape [out, in, 3, 3], row-major.</param>
/// <param name="Bias">One value an output channel.</param>
public sealed record ConvolutionWeights(int OutputChannels, int InputChannels, float[] Kernel, float[] Bias);
