namespace CrossBorder.Federation.Hosting;

/// <summary>The command line of the host: the settings file apart, the rest is configuration in the usual .NET way.</summary>
internal sealed record HubArguments(string? SettingsFile, string[] Configuration)
{
    public static HubArguments Read(IReadOnlyList<string> args)
    {
        string? settings = null;
        var rest = new List<string>();

        for (var i = 0; i < args.Count; i++)
        {
            var argument = args[i];
            if (i == 0 && argument == "serve")
                continue;
            if (argument == "--settings" && i + 1 < args.Count)
                settings = args[++i];
            else if (argument.StartsWith("--settings=", StringComparison.Ordinal))
                settings = argument["--settings=".Length..];
            else
                rest.Add(argument);
        }

        return new HubArguments(settings, [.. rest]);
    }
}
