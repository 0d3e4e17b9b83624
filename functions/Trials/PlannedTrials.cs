using System.Text.Json;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Plan.Parameters;
using NeuralStyle.Plan.Trials;

namespace NeuralStyle.Functions.Trials;

/// <summary>Reads planned trials from the store, and holds them against their ids and against the weights of this process.</summary>
public sealed class PlannedTrials(IStore store, INetworkCatalog networks)
{
    private const string PlanAnew = "Submit the sweep again to plan it anew.";

    /// <summary>The trial of an id.</summary>
    /// <exception cref="TrialInputException">It is gone, unreadable or another one, or its weights are not here.</exception>
    public async Task<Trial> ReadAsync(string trialId, CancellationToken cancellation)
    {
        var name = StoreLayout.TrialJson(trialId);
        Trial trial;
        try
        {
            trial = await store.ReadDocumentAsync<Trial>(StoreLayout.TrialsContainer, name, cancellation)
                ?? throw new TrialInputException($"{StoreLayout.TrialsContainer}/{name} is not there. {PlanAnew}");
        }
        catch (JsonException exception)
        {
            throw new TrialInputException($"{exception.Message} {PlanAnew}");
        }

        // What runs must be what the id says: labels, reuse and resuming all hang on it.
        var id = TrialId.Of(trial);
        if (id != trialId)
            throw new TrialInputException($"{StoreLayout.TrialsContainer}/{name} holds another setting: its id is {id}. {PlanAnew}");
        CheckWeights(trial.Weights);
        return trial;
    }

    private void CheckWeights(WeightsReference planned)
    {
        var network = EnumNames.Of(planned.Network);
        var present = networks.Find(planned.Network)
            ?? throw new TrialInputException($"This worker has no weights of {network}, which the sweep was planned with; give it the same file.");
        if (present != planned)
        {
            throw new TrialInputException(
                $"This worker's weights of {network} have SHA-256 {present.Sha256[..12]}..., planned were {planned.Sha256[..12]}...; "
                + "give it the same file.");
        }
    }
}
