namespace NeuralStyle.Engine.Sheets;

/// <summary>An image that a parameter names, such as a mask, to be shown at the head of the sheet.</summary>
/// <param name="Kind">What it is: the parameter's name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Png">The file, PNG.</param>
public sealed record InputImage(string Kind, string Name, byte[] Png);
