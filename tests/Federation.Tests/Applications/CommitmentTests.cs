using System.Text;
using System.Text.Json;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Api;
using CrossBorder.Federation.Applications.Commitments;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Catalogue;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Evidence;
using CrossBorder.Verification.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>What a resident commits to instead of a document (告知承諾): word for word, from the form to whoever verifies the evidence.</summary>
public sealed class CommitmentTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private const string Slug = "bank-account-proof";

    private static readonly RequiredDocument Document = Shipped.Catalogue.Items.SelectMany(item => item.Documents).First(document => document.Slug == Slug);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("zh-Hant"), InlineData("zh-Hans"), InlineData("en")]
    public async Task The_department_gets_the_words_that_were_on_the_screen_under_the_hubs_signature(string language)
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var text = CommitmentText.Of(Document, language);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001") with { Shown = new Dictionary<string, string> { [Slug] = text.Digest } })).Value;

        var payload = await desk.UseAsync<HubDbContext, string>(context => context.Set<Delivery>().Select(row => row.Payload).SingleAsync(Stop));
        var told = Assert.Single(JsonDocument.Parse(payload).RootElement.GetProperty("commitments").EnumerateArray());
        Assert.Equal((Slug, text.Digest, Document.Commitment!.In(language)), (Text(told, "slug"), Text(told, "digest"), Text(told, "text")));
        var statement = SignedContent.Verify(Text(told, "statement"), new SignedContentPolicy
        {
            Type = "cross-border-commitment+jws", Algorithms = [AlgorithmCatalogue.Sm2.Name], MaximumLength = 100_000,
        });
        var stated = JsonDocument.Parse(statement.Value.Payload).RootElement;
        Assert.Equal((filed.CaseNumber, language, text.Digest), (Text(stated, "case"), Text(stated, "language"), Text(stated, "digest")));
        Assert.Equal(
            (Shipped.Catalogue.Version, "urn:crossborder:loa:high", filed.SubmittedAt.ToUnixTimeSeconds()),
            (Text(stated, "catalogueVersion"), Text(stated, "acr"), stated.GetProperty("iat").GetInt64()));
        Assert.DoesNotContain("session-r1", statement.Value.Payload.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_not_those_of_the_catalogue_are_refused_with_CB5140()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);

        var refused = await desk.SubmitAsync(Requests.Complete("gd-si-001") with { Shown = new Dictionary<string, string> { [Slug] = Digests.Sha256("other"u8) } });

        Assert.Equal(("CB5140", "/commitments/0"), (refused.Error.Code, refused.Error.Pointer));
    }

    [Fact]
    public async Task Evidence_whose_commitment_was_changed_does_not_hold()
    {
        await using var desk = await ApplicationsDesk.OpenAsync(departments, "SQLite", worker: false);
        var filed = (await desk.SubmitAsync(Requests.Complete("gd-si-001"))).Value;
        await desk.DeliverAsync();
        var package = (await desk.UseAsync<ICases, Outcome<string>>(cases => cases.EvidenceAsync("resident-r1", filed.CaseNumber, Stop))).Value;
        // Nobody signed in here: the assertion alone is none.
        Assert.All(EvidenceVerifier.Verify(package).Failures, failure => Assert.Equal("/assertion", failure.Pointer));

        var parsed = System.Text.Json.Nodes.JsonNode.Parse(package)!;
        var compact = parsed["commitments"]![0]!.GetValue<string>().Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(compact[1])).Replace("銀行", "任何", StringComparison.Ordinal);
        parsed["commitments"]![0] = $"{compact[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{compact[2]}";
        Assert.Contains(EvidenceVerifier.Verify(parsed.ToJsonString()).Failures, failure => failure.Pointer == "/commitments/0");
        parsed["commitments"]!.AsArray().Clear();
        Assert.Contains(EvidenceVerifier.Verify(parsed.ToJsonString()).Failures, failure => failure.Pointer == "/commitments");
    }

    [Fact]
    public void The_interface_takes_a_slug_alone_or_with_the_digest_of_what_was_shown()
    {
        using var body = JsonDocument.Parse("""{"item":"a","commitments":["x",{"slug":"y","digest":"sha256:00"}]}""");
        var read = ApplicationBody.Read(body.RootElement, "key", null).Value;
        Assert.Equal(["x", "y"], read.Commitments);
        Assert.Equal("sha256:00", Assert.Single(read.Shown).Value);

        using var broken = JsonDocument.Parse("""{"item":"a","commitments":[{"slug":"y"}]}""");
        Assert.Equal("/commitments/0", ApplicationBody.Read(broken.RootElement, "key", null).Error.Pointer);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
