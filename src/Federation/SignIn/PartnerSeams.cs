using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.SignIn;

/// <summary>The hub's trust, as the adapters see it.</summary>
internal sealed class HubPartnerTrust(
    ITrustSnapshot trust, TrustRecorder recorder, RevocationOnDemand revocation, IServiceScopeFactory scopes) : IPartnerTrust
{
    public PartnerTrust Current
    {
        get
        {
            var material = trust.Current;
            return new PartnerTrust(material.TrustList, material.RevocationAnswers, material.RevocationPolicy);
        }
    }

    public Task PrepareAsync(IReadOnlyList<Certificate> presented, CancellationToken cancellationToken) =>
        revocation.EnsureAsync(presented, cancellationToken);

    public async Task JudgedAsync(PartnerJudgement judgement, CancellationToken cancellationToken)
    {
        var party = new TrustParty(TrustPurpose.DirectorySigning, judgement.Jurisdiction, judgement.Party);
        if (await recorder.JudgedAsync(party, judgement.Answer, cancellationToken) is not { } use)
            return;

        // An answer is used and forgotten: there is nothing of ours that it could be stored with.
        await using var scope = scopes.CreateAsyncScope();
        var records = scope.ServiceProvider.GetRequiredService<ITrustRecords>();
        records.Add(use, TrustReference.None);
        await records.SaveAsync(cancellationToken);
    }
}

/// <summary>The hub's keys, as the adapters see them.</summary>
internal sealed class HubPartnerKeys(IHubKeys keys) : IPartnerKeys
{
    public ISigningKey? Find(string keyId) => keys.ById(keyId);
}
