using Microsoft.EntityFrameworkCore;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.OpenIdConnect.Logout;
using CrossBorder.Federation.Accounts;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Sandbox.Home;
using CrossBorder.Sandbox.Hosting;
using CrossBorder.Testing;
using CrossBorder.Testing.RelyingParties;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CrossBorder.Federation.Tests.Homes;

/// <summary>A running hub that knows one home, a relying party of Hong Kong beside the others, and homes of other places that it does not know yet.</summary>
public sealed class HomesRunning : SandboxFixture, IAsyncLifetime
{
    public const string HongKongParty = "hk-transport";
    private const string Purpose = "To know who you are";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await StartAsync(hubSettings: new Dictionary<string, string>
    {
        // Behind those of the sandbox, however many these are.
        ["RelyingParties:900:ClientId"] = HongKongParty,
        ["RelyingParties:900:Name:Hant"] = "香港運輸服務（示範）",
        ["RelyingParties:900:Name:Hans"] = "香港运输服务（演示）",
        ["RelyingParties:900:Name:En"] = "Hong Kong transport (demonstration)",
        ["RelyingParties:900:Contact"] = "privacy@example.test",
        ["RelyingParties:900:Purpose:Hant"] = "確認您的身分",
        ["RelyingParties:900:Purpose:Hans"] = "核实您的身份",
        ["RelyingParties:900:Purpose:En"] = Purpose,
        ["RelyingParties:900:Type"] = "confidential",
        ["RelyingParties:900:SecretHashes:0"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("sandbox-" + HongKongParty))),
        ["RelyingParties:900:AuthenticationMethods:0"] = "client_secret_basic",
        ["RelyingParties:900:IdTokenAlgorithm"] = "ES256",
        ["RelyingParties:900:Scopes:0"] = "openid",
        ["RelyingParties:900:Scopes:1"] = "profile",
        ["RelyingParties:900:Scopes:2"] = "identity",
        ["RelyingParties:900:RedirectUris:0"] = RelyingPartyClient.Callback,
        ["RelyingParties:900:GrantTypes:0"] = "authorization_code",
    });

    internal Task<int> LiveSessionsAsync(string home) => UseAsync(context => context.Set<Session>().CountAsync(row => row.Home == home && row.EndedAt == null));

    /// <summary>Why sign-ins ended of which that relying party is told.</summary>
    internal Task<List<SessionEnd>> CausesToldAsync(string client) => UseAsync(context => context.Set<SignOut>()
        .Where(row => row.Notices.Any(notice => notice.ClientId == client)).Select(row => row.Cause).ToListAsync());

    private async Task<TResult> UseAsync<TResult>(Func<HubDbContext, Task<TResult>> use)
    {
        await using var scope = HubServices.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<HubDbContext>());
    }

    /// <summary>Starts the home of another place; the hub hears nothing of it.</summary>
    public async Task<HomePlace> StartPlaceAsync(string name)
    {
        var place = HomePlace.Elsewhere(name, SandboxPorts.Free().HomeAddress, Pki);
        await World.StartHomeAsync(place, "/signin-" + name, Stop);
        return place;
    }

    /// <summary>Two security officers let the authority of a place count, as the pages about trust do it.</summary>
    public async Task AdmitAnchorAsync(string name, Jurisdiction jurisdiction)
    {
        var root = Certificate.Parse(await File.ReadAllBytesAsync(Pki.CertificateFile(name + "-root"), Stop)).Value;
        await using (var scope = HubServices.CreateAsyncScope())
        {
            var trust = scope.ServiceProvider.GetRequiredService<OfficerTrust>();
            var admission = new Admission(root, name + "-root", jurisdiction, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
            var proposed = await trust.ProposeAdmissionAsync(
                admission, new TrustProposal(TrustChangeKind.Admit, root.Sha256Thumbprint, "Agreed with the authority."), "officer-a", Stop);
            Assert.True((await trust.ApproveAsync(proposed.Value.Id, "officer-b", Stop)).Succeeded);
        }

        var snapshot = HubServices.GetRequiredService<ITrustSnapshot>();
        await Waiting.UntilAsync(
            () => snapshot.Current.TrustList.Anchors.Any(anchor => anchor.Certificate.Sha256Thumbprint == root.Sha256Thumbprint), "the anchor counts", Stop);
    }

    /// <summary>The homes that a resident may choose from, at this moment.</summary>
    public async Task<IReadOnlyList<string>> OfferedAsync()
    {
        using var client = new RelyingPartyClient(Ports, "yueshengshi");
        using var browser = NewBrowser();
        var page = await browser.GoAsync(client.AuthorizeAddress(("login_hint", "r1")), Stop);
        return [.. page.Forms.SelectMany(form => form.Buttons).Where(button => button.Name == "home").Select(button => button.Value)];
    }

    /// <summary>Signs a resident in at that home, saying yes to what is asked.</summary>
    public static async Task<Page> SignInAsync(RelyingPartyClient client, ResidentBrowser browser, string home, string resident)
    {
        var page = await browser.GoAsync(client.AuthorizeAddress(("login_hint", resident), ("scope", "openid profile identity"), ("ui_locales", "en")), Stop);
        if (page.Forms.FirstOrDefault(form => form.Buttons.Any(button => button.Name == "home")) is { } choice)
            page = await browser.SubmitAsync(choice, button: choice.Buttons.Single(button => button.Value == home), cancellationToken: Stop);
        for (var asked = 0; !page.Stopped && asked < 3 && page.Forms.FirstOrDefault(form => form.Buttons.Any(button => button.Name == "decision")) is { } question; asked++)
            page = await browser.SubmitAsync(question, cancellationToken: Stop);
        return page;
    }
}
