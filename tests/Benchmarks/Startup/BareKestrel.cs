using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossBorder.Benchmarks.Startup;

/// <summary>The named peer of the start: a web server that has nothing to do but answer that one address.</summary>
internal static class BareKestrel
{
    public const string Verb = "bare-kestrel";

    public static Task ServeAsync(Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        var app = builder.Build();
        app.MapGet(StartupBenchmark.Discovery, () => Results.Text("{}", "application/json"));
        return app.RunAsync();
    }
}
