using System.Globalization;
using Microsoft.Extensions.Configuration.Memory;
using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// Serilog behind Microsoft.Extensions.Logging: JSON lines on the console, text for people in Development. The logger is
/// the host's own, not the static one, so that several hubs in one process keep their lines apart.
/// </summary>
internal static class Logs
{
    private const string Text = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";
    private const long LargestFile = 100 * 1024 * 1024;
    private const int KeptFiles = 20;

    /// <summary>
    /// These write addresses, queries and protocol parameters at Information: case numbers, codes and login hints among
    /// them. <see cref="RequestLog"/> writes the line about a request instead. Settings may say otherwise for a while.
    /// </summary>
    private static readonly string[] Talkative =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http.HttpClient", "OpenIddict"];

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        // Below all other sources of configuration, so that any of them wins.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = Talkative.Select(category => KeyValuePair.Create($"Logging:LogLevel:{category}", (string?)nameof(LogLevel.Warning))),
        });

        builder.Services.AddSettings<LogsOptions, LogsOptionsValidator>("Logs");
        builder.Logging.ClearProviders();
        // Not through IOptions: loggers are made before the settings are checked, and a fault is to be told with all others.
        builder.Services.AddSingleton<ILoggerProvider>(provider =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            var file = configuration["Logs:File"] is { Length: > 0 } path ? provider.GetRequiredService<SettingsPaths>().Resolve(path) : null;
            var console = !bool.TryParse(configuration["Logs:Console"], out var wanted) || wanted;
            return new SerilogLoggerProvider(Logger(console, file, provider.GetRequiredService<IHostEnvironment>()), dispose: true);
        });
    }

    private static Serilog.Core.Logger Logger(bool console, string? file, IHostEnvironment environment)
    {
        var configuration = new LoggerConfiguration()
            // Logging:LogLevel has already decided.
            .MinimumLevel.Verbose()
            .Enrich.With(new WithoutAddresses());
        if (console)
            configuration.WriteTo.Console(environment.IsDevelopment() ? new MessageTemplateTextFormatter(Text, CultureInfo.InvariantCulture) : new CompactJsonFormatter());
        if (file is not null)
            configuration.WriteTo.File(new CompactJsonFormatter(), file, fileSizeLimitBytes: LargestFile, rollOnFileSizeLimit: true, retainedFileCountLimit: KeptFiles);
        return configuration.CreateLogger();
    }
}
