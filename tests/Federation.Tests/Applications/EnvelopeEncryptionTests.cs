using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Storage;
using CrossBorder.Sandbox.Departments;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class EnvelopeEncryptionTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Slug = "gd-copyright", Item = "gd-ip-003";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_department_of_the_sandbox_registered_a_certificate_and_accepts_like_the_others()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite");
        var filed = (await desk.SubmitAsync(await Uploads.CompleteAsync(desk, Item))).Value;

        var view = await desk.UntilAsync(filed.CaseNumber, view => view.Status == ApplicationStatus.Accepted);
        var envelope = await EnvelopeAsync(desk, filed.Deliveries[0].Id);
        var package = (await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", filed.CaseNumber, default))).Value;

        Assert.Equal(1, (await departments.ArrivalsAsync(Slug))[filed.Deliveries[0].Id]);
        Assert.NotNull(view.Deliveries[0].Receipt);
        // What is kept, signed for and proved is the signed one.
        Assert.Equal(3, envelope.Split('.').Length);
        Assert.Contains(envelope, package, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SGD_SM2_3", "", "SGD_SM4_GCM")]
    [InlineData("RSA-OAEP-256", "", "A256GCM")]
    [InlineData("ECDH-ES", "", "A256GCM")]
    [InlineData("SGD_SM2_3", "A256GCM", "A256GCM")]
    [InlineData("RSA-OAEP-256", "SGD_SM4_GCM", "SGD_SM4_GCM")]
    public async Task What_is_picked_up_is_encrypted_anew_each_time_around_the_same_signed_envelope(string algorithm, string said, string content)
    {
        EncryptionCatalogue.TryGetKeyManagement(algorithm, out var management);
        using var key = SoftwareDecryptionKey.Generate(management!, "key-1");
        using var file = new KeyFile(key.PublicKey.ToJwk());
        await using var desk = await OpenAsync("gd-hrss", file.Name, said);
        using var http = await desk.ListenAsync("department-gd-hrss");
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;

        var offered = Assert.Single(await http.PickUpAsync("gd-hrss"));
        await FreeAsync(desk);
        var again = Assert.Single(await http.PickUpAsync("gd-hrss"));
        var opened = Open(offered.Envelope, key, content);

        Assert.Equal(await EnvelopeAsync(desk, filed.Deliveries[0].Id), opened);
        Assert.NotEqual(offered.Envelope, again.Envelope);
        Assert.Equal(opened, Open(again.Envelope, key, content));
        Assert.Equal("200", await http.TellAsync("gd-hrss", departments.Receipt("gd-hrss", offered with { Envelope = opened }), where: "receipts").SaysAsync());
        // Signed for is what was signed, not the wrapping around it.
        var second = (await desk.SubmitAsync(Requests.Complete("gd-si-003", "second"))).Value;
        var wrapped = Assert.Single(await http.PickUpAsync("gd-hrss"));
        Assert.NotEqual("200", await http.TellAsync("gd-hrss", departments.Receipt("gd-hrss", wrapped), where: "receipts").SaysAsync());
        Assert.Equal(ApplicationStatus.Submitted, (await desk.CaseAsync(second.CaseNumber)).Status);
    }

    [Theory]
    [InlineData("gd-copyright", "CB3021")]
    [InlineData("receipts", "CB3012")]
    [InlineData("gone", "CB3007")]
    public async Task Nothing_goes_out_by_a_certificate_that_does_not_hold_and_least_of_all_unencrypted(string fault, string code)
    {
        // At the start it is one for encryption; what it is at each delivery counts.
        using var file = new KeyFile(await File.ReadAllTextAsync(departments.Pki.CertificateFile(SandboxDepartments.EncryptionKey(Slug)), Stop));
        await using var desk = await OpenAsync("gd-hrss", file.Name);
        using var http = await desk.ListenAsync("department-gd-hrss");
        if (fault == "gone")
            file.Dispose();
        else if (fault == "receipts")
            File.Copy(departments.Pki.CertificateFile("department-gd-hrss"), file.Name, overwrite: true);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-003"))).Value;

        await desk.DeliverAsync();
        await FreeAsync(desk);
        var offered = await http.PickUpAsync("gd-hrss");

        Assert.Empty(offered);
        Assert.DoesNotContain(filed.Deliveries[0].Id, (await departments.ArrivalsAsync("gd-hrss")).Keys);
        var view = await desk.CaseAsync(filed.CaseNumber);
        Assert.Equal(DeliveryStatus.Queued, view.Deliveries[0].Status);
        Assert.Contains(view.Timeline, line => line.Event == CaseEvents.Delayed && line.Reason == code);
    }

    [Theory]
    [InlineData("""{"kty":"RSA","alg":"RSA1_5","n":"{n}","e":"AQAB"}""", "", "alg")]
    [InlineData("""{"kty":"RSA","use":"sig","n":"{n}","e":"AQAB"}""", "", "use")]
    [InlineData("nothing", "", "EncryptionKeyFile")]
    [InlineData(null, "A128CBC-HS256", "ContentEncryption")]
    [InlineData(null, "A256GCM", "EncryptionKeyFile")]
    public void A_key_or_an_algorithm_that_is_not_taken_is_refused_at_start_with_CB1001(string? key, string content, string named)
    {
        using var rsa = SoftwareDecryptionKey.Generate(EncryptionCatalogue.RsaOaep256);
        var modulus = System.Text.Json.JsonDocument.Parse(rsa.PublicKey.ToJwk()).RootElement.GetProperty("n").GetString();
        using var file = new KeyFile(key?.Replace("{n}", modulus, StringComparison.Ordinal) ?? "");
        var settings = new Dictionary<string, string?>
        {
            ["Departments:0:Slug"] = "gd-hrss",
            ["Departments:0:Address"] = "https://department.example/",
            ["Departments:0:EnvelopeAlgorithm"] = "SGD_SM3_SM2",
            ["Departments:0:ReceiptAlgorithms:0"] = "SGD_SM3_SM2",
            ["Departments:0:EncryptionKeyFile"] = key is null ? "" : file.Name,
            ["Departments:0:ContentEncryption"] = content,
        };
        using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DepartmentsOptions>>().Value);

        Assert.Contains("CB1001", refused.Message, StringComparison.Ordinal);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private Task<ApplicationsDesk> OpenAsync(string slug, string file, string content = "") => ApplicationsDesk.OpenAsync(
        departments, "SQLite", worker: false, more: services => services.PostConfigure<DepartmentsOptions>(options =>
        {
            var department = options.Find(slug)!;
            (department.EncryptionKeyFile, department.ContentEncryption) = (file, content);
        }));

    private static string Open(string message, SoftwareDecryptionKey key, string content)
    {
        var policy = new EncryptedContentPolicy
        {
            Type = "cross-border-application+jwe", ContentType = "cross-border-application+jws", KeyManagement = [key.Algorithm.Name], ContentEncryption = [content],
        };
        return Encoding.ASCII.GetString(EncryptedContent.Decrypt(message, [key], policy).Value.Payload.Span);
    }

    private static Task<string> EnvelopeAsync(ApplicationsDesk desk, string id) => desk.UseAsync<HubDbContext, string>(async context =>
        (await context.Set<Delivery>().AsNoTracking().SingleAsync(row => row.Id == id)).Envelope!);

    /// <summary>As if the lease had run out.</summary>
    private static Task<int> FreeAsync(ApplicationsDesk desk) => desk.UseAsync<HubDbContext, int>(context => context.Set<Delivery>()
        .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.LeasedUntil, (DateTimeOffset?)null)));

    private sealed class KeyFile : IDisposable
    {
        public KeyFile(string text)
        {
            Name = Path.GetTempFileName();
            File.WriteAllText(Name, text);
        }

        public string Name { get; }

        public void Dispose() => File.Delete(Name);
    }
}
