using GutSkin.Tool;

return CommandLine.Run(args);
