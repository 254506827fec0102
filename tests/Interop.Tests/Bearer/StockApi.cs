using System.Net;
using System.Net.Http.Headers;
using CrossBorder.Verification.Crypto.IdentityModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossBorder.Interop.Tests.Bearer;

/// <summary>An API on the bearer handler that comes with ASP.NET Core; it differs from any other by ShangMi.Accept alone.</summary>
internal sealed class StockApi(WebApplication app) : IAsyncDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(app.Urls.Single()) };

    public static async Task<StockApi> StartAsync(LocalIssuer issuer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication("Bearer").AddJwtBearer("Bearer", options =>
        {
            options.Audience = "my-api";
            options.ConfigurationManager = ShangMi.Accept(
                LocalIssuer.Address, options.TokenValidationParameters, backchannel: new HttpClient(issuer, disposeHandler: false));
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", (HttpContext context) => context.User.Identity!.IsAuthenticated).RequireAuthorization();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new StockApi(app);
    }

    public async Task<HttpStatusCode> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
