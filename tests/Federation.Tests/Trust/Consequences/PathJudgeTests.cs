using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Tests.Trust.Records;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Consequences;

/// <summary>Recorded chains are judged as the message was, a partner's that is trusted directly among them.</summary>
public sealed class PathJudgeTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_chain_that_leads_to_no_authority_holds_while_its_leaf_is_trusted_directly_for_that_party(bool sameParty, bool leads)
    {
        var now = TimeProvider.System.GetUtcNow();
        var leaf = Judged.Accepted(departments.Pki, now).Content!.Chain[0];
        var path = TrustPath.Of(Judged.Home, [leaf], chain: null, now);
        var judge = PathJudge.Of([new SeenCertificate { Fingerprint = leaf.Sha256Thumbprint, Encoded = leaf.Der.ToArray(), FirstSeen = now }]);
        var admitted = new PartnerCertificate("home", leaf, Judged.Home.Jurisdiction, Judged.Home.Purpose, sameParty ? Judged.Home.Name : "http://another.example/");
        var list = new TrustList([]) { Partners = [admitted] };

        Assert.Equal(leads, judge.Leads(path, list, now));
        var refusal = judge.Refusal(path, new TrustMaterial(list, RevocationAnswers.Empty, new RevocationPolicy(TimeSpan.Zero)), now);
        Assert.Equal(leads ? null : "CB3049", refusal?.Code);
    }
}
