using CrossBorder.Federation.Hosting;

return await HubCommandLine.RunAsync(args);
