using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossBorder.Adapters.AccountDirectory;
using CrossBorder.Adapters.Licences;
using CrossBorder.Adapters.Ports;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrossBorder.Adapters.Tests.AccountDirectory;

/// <summary>A registry behind a listener of its own that answers as a test tells it, and the adapter that asks it.</summary>
internal sealed class RegistryUnderTest : IAsyncDisposable
{
    public const string AnswerType = "cross-border-directory-answer+jws";

    private static readonly Lazy<DevelopmentPki> SharedPki = new(() => DevelopmentPki.Open(
        Directory.CreateTempSubdirectory("crossborder-adapters-").FullName, new Uri("http://localhost:1/"), new Uri("http://localhost:1/"),
        SandboxDepartments.Algorithms, TimeProvider.System));

    private readonly WebApplication app;
    private readonly ServiceProvider services;

    private RegistryUnderTest(WebApplication app, ServiceProvider services) => (this.app, this.services) = (app, services);

    public static DevelopmentPki Pki => SharedPki.Value;

    public IAccountDirectory AccountDirectory => services.GetRequiredService<IAccountDirectory>();

    public ILicenceSource Licences => services.GetRequiredService<ILicenceSource>();

    /// <param name="answer">From the question as it was sent to what is sent back.</param>
    public static async Task<RegistryUnderTest> StartAsync(Func<string, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            return answer(await reader.ReadToEndAsync());
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RegistryUnderTest(app, Services(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    /// <summary>An adapter whose registry listens nowhere.</summary>
    public static ServiceProvider Unreachable() => Services("http://127.0.0.1:1/");

    /// <summary>What the registry would say: the payload bound to its question and signed.</summary>
    public static string Sign(string question, JsonObject payload, string signer = "registry-sm2", string algorithm = "SGD_SM3_SM2", string typ = AnswerType, TimeSpan age = default)
    {
        payload["request"] = Digests.Sha256(Encoding.ASCII.GetBytes(question));
        payload["iat"] = (TimeProvider.System.GetUtcNow() - age).ToUnixTimeSeconds();
        return Jws.Sign(Pki.SigningKey(signer, algorithm), typ, JsonSerializer.SerializeToUtf8Bytes(payload));
    }

    public static IResult Send(string answer) => Results.Text(answer, "application/jose");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await app.DisposeAsync();
    }

    private static ServiceProvider Services(string address)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AccountDirectory:BaseAddress"] = address,
            ["AccountDirectory:SigningKey"] = "hub-sm2",
            ["AccountDirectory:Audience"] = "urn:crossborder:directory:guangdong",
            ["Licences:BaseAddress"] = address,
        }).Build();
        services.AddLogging();
        services.AddSingleton<IPartnerKeys, Keys>();
        services.AddSingleton<IPartnerTrust, Trust>();
        services.AddAccountDirectory(configuration);
        services.AddLicences(configuration);
        return services.BuildServiceProvider();
    }

    private sealed class Keys : IPartnerKeys
    {
        public ISigningKey? Find(string keyId) => keyId == "hub-sm2" ? Pki.SigningKey(keyId, "SGD_SM3_SM2") : null;
    }

    private sealed class Trust : IPartnerTrust
    {
        public PartnerTrust Current => new(SandboxTrust.Anchors(Pki), SandboxTrust.Revocation(Pki), new RevocationPolicy(TimeSpan.FromHours(1)));

        public Task PrepareAsync(IReadOnlyList<Certificate> presented, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task JudgedAsync(PartnerJudgement judgement, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
