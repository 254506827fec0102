using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using CsCheck;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>Whatever bytes come, they are read or refused, and nothing that was changed is trusted. No input throws.</summary>
public sealed class MutationTests
{
    private readonly Authority root;
    private readonly Authority middle;
    private readonly Certificate leaf;
    private readonly CertificateRevocationList rootList;
    private readonly CertificateRevocationList middleList;
    private readonly byte[] response;

    public MutationTests()
    {
        root = Authority.Root("Root", AlgorithmCatalogue.Sm2);
        middle = root.Below("CN=Middle", AlgorithmCatalogue.Sm2, generator => generator.Authority(0).Policies("1.2.3").DemandsPolicy(0).NoAnyPolicy(1)
            .Constrained([new GeneralName(GeneralName.UniformResourceIdentifier, "id.gov.hk")]));
        leaf = middle.Issue("CN=Leaf", Keys.Of(AlgorithmCatalogue.ES256), generator => generator.Signer().Policies("1.2.3").Uri("https://id.gov.hk/"));
        middle.Revoke(root.Certificate, Clock.Start.AddDays(-1));
        rootList = root.List();
        middleList = middle.List();
        response = new Responder(middle, middle) { Nonce = [1, 2, 3, 4] }.Encode(leaf);
        Assert.True(Verify([leaf, middle.Certificate], [rootList, middleList]));
        Assert.True(Verify([leaf, middle.Certificate], [rootList], RevocationResponse.Parse(response).Value));
    }

    [Fact]
    public void A_changed_certificate_is_refused_wherever_it_stands() => Sample(leaf.Der.ToArray(), changed =>
        !Certificate.Parse(changed).TryGetValue(out var certificate) || !Verify([certificate, middle.Certificate], [rootList, middleList]));

    [Fact]
    public void A_changed_authority_is_refused() => Sample(middle.Certificate.Der.ToArray(), changed =>
        !Certificate.Parse(changed).TryGetValue(out var certificate) || !Verify([leaf, certificate], [rootList, middleList]));

    [Fact]
    public void A_changed_list_clears_nothing() => Sample(middleList.Encoded.ToArray(), changed =>
        !CertificateRevocationList.Parse(changed).TryGetValue(out var list) || !Verify([leaf, middle.Certificate], [rootList, list]));

    [Fact]
    public void A_changed_response_clears_nothing() => Sample(response, changed =>
        !RevocationResponse.Parse(changed).TryGetValue(out var answer) || !Verify([leaf, middle.Certificate], [rootList], answer)
        // The responder's status and the list of certificates sent along are not signed; what was signed is the same.
        || answer.Parsed.SignedBytes.AsSpan().SequenceEqual(RevocationResponse.Parse(response).Value.Parsed.SignedBytes));

    [Fact]
    public void Bytes_of_no_kind_are_refused() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        byte[] sequence = [0x30, .. bytes];
        return !Certificate.Parse(bytes).Succeeded && !Certificate.Parse(sequence).Succeeded
            && !CertificateRevocationList.Parse(bytes).Succeeded && !CertificateRevocationList.Parse(sequence).Succeeded
            && !RevocationResponse.Parse(bytes).Succeeded && !RevocationResponse.Parse(sequence).Succeeded;
    }, iter: 2000);

    /// <summary>One to three bytes changed, and sometimes the end cut off.</summary>
    private static void Sample(byte[] original, Func<byte[], bool> holds) =>
        Gen.Select(Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte).Array[1, 3], Gen.Int[0, 20]).Sample((changes, cut) =>
        {
            var changed = (byte[])original.Clone();
            foreach (var (at, value) in changes)
                changed[at] = value;
            if (cut == 20)
                changed = changed[..changes[0].Item1];
            return changed.AsSpan().SequenceEqual(original) || holds(changed);
        }, iter: 1500);

    private bool Verify(IReadOnlyList<Certificate> chain, IEnumerable<CertificateRevocationList> lists, params RevocationResponse[] responses)
    {
        var anchor = new TrustAnchor("root", root.Certificate, Jurisdiction.HongKong, new HashSet<TrustPurpose> { TrustPurpose.AssertionSigning });
        return ChainVerifier.Verify(chain, new ChainRequest(new TrustList([anchor]), Jurisdiction.HongKong, TrustPurpose.AssertionSigning, Clock.Start,
            new RevocationAnswers(lists, responses), new RevocationPolicy(TimeSpan.Zero)) { RequiredPolicies = new HashSet<string> { "1.2.3" } }).Succeeded;
    }
}
