using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Storage.Stores;

namespace CrossBorder.Federation.Applications.Feedback;

internal static class FeedbackExtensions
{
    /// <summary>Ratings of cases, and complaints and questions about them.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.AddSettings<HotlineOptions, HotlineOptionsValidator>("Hotline");
        services.AddSingleton<Hotline>();
        services.AddScoped<IRatings, RatingStore>();
        services.AddScoped<RateCase>();
        services.AddScoped<RaiseComplaint>();
        return services;
    }
}
