using NeuralStyle.Cli;

return await NstCommandLine.RunAsync(args, CommandContext.OfProcess());
