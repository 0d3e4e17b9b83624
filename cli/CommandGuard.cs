using System.Text.Json;
using Azure.Identity;
using NeuralStyle.Engine;
using NeuralStyle.Engine.Devices;
using NeuralStyle.Functions.Settings;
using NeuralStyle.Functions.Storage;
using NeuralStyle.Functions.Workers;
using NeuralStyle.Plan.Manifests;

namespace NeuralStyle.Cli;

/// <summary>Turns what can go wrong into a message and an exit code, in one place for all commands.</summary>
internal static class CommandGuard
{
    public static async Task<int> RunAsync(CommandContext context, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ManifestException exception)
        {
            foreach (var line in exception.Report)
                await context.Error.WriteLineAsync(line);
            return ExitCode.BadInput;
        }
        catch (UsageException exception)
        {
            await context.Error.WriteLineAsync($"nst: {exception.Message}");
            return ExitCode.BadInput;
        }
        catch (JsonException exception)
        {
            // A document of the store that somebody changed, or that another version wrote; reading it has named it.
            await context.Error.WriteLineAsync($"nst: {exception.Message}");
            return ExitCode.BadInput;
        }
        catch (SettingsException exception)
        {
            await context.Error.WriteLineAsync($"nst: {exception.Message.ReplaceLineEndings("\nnst: ")}");
            return ExitCode.BadInput;
        }
        catch (EngineException exception)
        {
            await context.Error.WriteLineAsync($"nst: {exception.Message}");
            return ExitCode.BadInput;
        }
        catch (DeviceException exception)
        {
            await context.Error.WriteLineAsync($"nst: {exception.Message}");
            return exception.Trouble == DeviceTrouble.Missing ? ExitCode.BadInput : ExitCode.WorkerUnfit;
        }
        catch (WorkerFaultException exception)
        {
            await context.Error.WriteLineAsync($"nst: {exception.Message} What was finished is kept, and the same command goes on from there.");
            return exception.Fault.Kind == WorkerFaultKind.DeviceMissing ? ExitCode.BadInput : ExitCode.WorkerUnfit;
        }
        catch (BlobTooLargeException exception)
        {
            await context.Error.WriteLineAsync($"nst: {exception.Message}");
            return ExitCode.BadInput;
        }
        catch (StoreUnavailableException exception) when (exception.InnerException is AuthenticationFailedException unknown)
        {
            await context.Error.WriteLineAsync($"nst: nobody is signed in who may use this storage account; 'az login' does that: {unknown.Message.Split('\n', 2)[0].Trim()}");
            return ExitCode.StorageOutOfReach;
        }
        catch (StoreUnavailableException exception)
        {
            await context.Error.WriteLineAsync($"nst: the storage is out of reach: {exception.Message}");
            return ExitCode.StorageOutOfReach;
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("nst: interrupted; what was finished is kept, and the same command goes on from there");
            return ExitCode.Interrupted;
        }
    }
}
