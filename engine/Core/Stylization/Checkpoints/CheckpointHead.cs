using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Engine.Stylization.Checkpoints;

/// <summary>Everything in a checkpoint but its tensors. A trial draws random numbers for its start image only, so there is no
/// generator's state in it.</summary>
/// <param name="TrialId">The trial's id, which covers its parameters, images and weights.</param>
/// <param name="Maker">What it was made on.</param>
/// <param name="Snapshots">The snapshots that the trial keeps, which its id doesn't cover.</param>
/// <param name="ImageSize">The imageSize that it ran at, which is less than the trial's where that needed too much memory.</param>
/// <param name="ScaleIndex">The scale, from 0.</param>
/// <param name="Course">What the trial's course has come to.</param>
/// <param name="Descent">What the descent at the scale knows.</param>
internal sealed record CheckpointHead(
    string TrialId,
    CheckpointMaker Maker,
    SnapshotPolicy Snapshots,
    int ImageSize,
    int ScaleIndex,
    CourseState Course,
    DescentState Descent);
