namespace CrossBorder.Federation.Hosting;

/// <summary>What every role of this host begins with: its settings, where they lie, and the clock.</summary>
internal static class HostStart
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var arguments = HubArguments.Read(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings count from start to end; to watch their files is to be woken by each write of a database that lies beside them.
            Args = [.. arguments.Configuration, "--hostBuilder:reloadConfigOnChange=false"],
            // Pages and views are those of this assembly, whoever's process it runs in.
            ApplicationName = typeof(HostStart).Assembly.GetName().Name,
        });

        if (arguments.SettingsFile is { } file)
        {
            builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
            builder.Configuration.AddEnvironmentVariables().AddCommandLine(arguments.Configuration);
        }

        builder.Services.AddSingleton(new SettingsPaths(
            arguments.SettingsFile is { } settings ? Path.GetDirectoryName(Path.GetFullPath(settings))! : builder.Environment.ContentRootPath));
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }
}
