using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Hosting;

internal static class OptionsExtensions
{
    /// <summary>One section of the settings, validated before the host starts to listen. An empty name is the root.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
        return services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) =>
                (section.Length == 0 ? configuration : configuration.GetSection(section)).Bind(options))
            .ValidateOnStart();
    }
}
