using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrossBorder.Sandbox.Browsing;
using CrossBorder.Testing;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Interop.Tests;

/// <summary>
/// The relying party of the sandbox, on the OpenID Connect handler that comes with ASP.NET Core: what it shows, that handler has
/// accepted. The client that is signed for with SM2 differs from the other by ShangMi.Accept alone.
/// </summary>
public sealed partial class StockRelyingPartyTests(StockRelyingPartyTests.Started sandbox) : IClassFixture<StockRelyingPartyTests.Started>
{

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yueshengshi")]
    [InlineData("yueshangtong")]
    public async Task A_resident_signs_in_sees_what_was_verified_and_files_until_the_department_accepts(string client)
    {
        using var browser = new ResidentBrowser();

        var home = await SignInAsync(browser, client, "r1");
        Assert.Equal(sandbox.Ports.RelyingPartyAddress, home.Address);
        Assert.Contains("CHAN Tai Man", home.Text, StringComparison.Ordinal);
        Assert.Contains("陳大文", home.Text, StringComparison.Ordinal);
        Assert.Contains("urn:crossborder:loa:high", home.Text, StringComparison.Ordinal);
        Assert.Contains("H12345678", home.Text, StringComparison.Ordinal);
        Assert.Contains("trust_framework", home.Text, StringComparison.Ordinal);

        var filed = await browser.SubmitAsync(
            home.Forms.Single(form => form.Action.AbsolutePath == "/apply"),
            new Dictionary<string, string> { ["query_period"] = "last-12-months" }, cancellationToken: Stop);
        Assert.True(filed.Address.AbsolutePath.StartsWith("/cases/", StringComparison.Ordinal), filed.Text);
        var accepted = await AwaitAcceptedAsync(browser, filed);
        var receipt = SignedContent.Verify(Receipt().Match(accepted.Html).Groups[1].Value, new SignedContentPolicy
        {
            Type = "cross-border-receipt+jws", Algorithms = [.. AlgorithmCatalogue.All.Select(algorithm => algorithm.Name)],
        });
        Assert.True(receipt.Succeeded, string.Join("; ", receipt.Errors));
        Assert.Equal("accepted", JsonSerializer.Deserialize<JsonElement>(receipt.Value.Payload.Span).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_resident_who_declines_is_told_at_the_relying_party_and_not_signed_in()
    {
        using var browser = new ResidentBrowser();
        var consent = await browser.GoAsync(SignInAddress("yueshengshi", "r2"), Stop);
        var form = consent.Forms.Single(form => form.Buttons.Any(button => button.Value == "decline"));

        var stopped = await browser.SubmitAsync(form, button: form.Buttons.Single(button => button.Value == "decline"), cancellationToken: Stop);
        var back = await browser.SubmitAsync(stopped.Forms.Single(form => form.Action.AbsolutePath.EndsWith("/stopped", StringComparison.Ordinal)), cancellationToken: Stop);

        Assert.EndsWith("/consent", consent.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("/refused", back.Address.AbsolutePath);
        Assert.Contains("CB7004", back.Text, StringComparison.Ordinal);
        var front = await browser.GoAsync(sandbox.Ports.RelyingPartyAddress, Stop);
        Assert.Contains("id=\"sign-in\"", front.Html, StringComparison.Ordinal);
    }

    private Uri SignInAddress(string client, string login) => new(sandbox.Ports.RelyingPartyAddress, $"sign-in/{client}?login_hint={login}");

    /// <summary>Says yes to whatever the hub asks, until the relying party shows its page.</summary>
    private async Task<Page> SignInAsync(ResidentBrowser browser, string client, string login)
    {
        var page = await browser.GoAsync(SignInAddress(client, login), Stop);
        for (var asked = 0; page.Address.Port == sandbox.Ports.Hub && asked < 5; asked++)
        {
            var form = page.Forms.FirstOrDefault(form => form.Buttons.Any(button => button.Name == "decision"));
            Assert.True(form is not null, $"Nothing to agree to at {page.Address.AbsolutePath} ({page.Status}): {page.Text}");
            page = await browser.SubmitAsync(form, cancellationToken: Stop);
        }

        Assert.True(page.Status == HttpStatusCode.OK && page.Address.AbsolutePath == "/", $"Ended at {page.Address}: {page.Text}");
        return page;
    }

    private static Task<Page> AwaitAcceptedAsync(ResidentBrowser browser, Page page) => Waiting.UntilAsync(
        () => browser.GoAsync(page.Address, Stop), shown => shown.Html.Contains("data-status=\"accepted\"", StringComparison.Ordinal), "the case is accepted", Stop);

    [GeneratedRegex(@"<code>([\w-]+\.[\w-]+\.[\w-]+)</code>")]
    private static partial Regex Receipt();

    public sealed class Started : SandboxFixture, IAsyncLifetime
    {
        public async ValueTask InitializeAsync() => await StartAsync();
    }
}
