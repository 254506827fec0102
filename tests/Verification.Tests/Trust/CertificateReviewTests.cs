using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Pki;
using CrossBorder.Verification.Trust;
using Org.BouncyCastle.Asn1.X509;

namespace CrossBorder.Verification.Tests.Trust;

/// <summary>What an officer is told of a certificate before anything is stored: each concern where it belongs, and not elsewhere.</summary>
public sealed class CertificateReviewTests
{
    private const string Party = "urn:crossborder:department:gd-hrss";
    private readonly Authority root = Authority.Root("Reviewed root", AlgorithmCatalogue.Sm2);

    private static LeafRequest Good => new() { Purpose = TrustPurpose.ReceiptSigning, Uri = Party };

    [Fact]
    public void A_leaf_in_order_only_lacks_an_address_that_its_authority_did_not_write() =>
        Assert.Equal([CertificateConcern.NoRevocationAddress], Concerns(Leaf(Good)));

    [Fact]
    public void A_revocation_address_takes_that_concern_away()
    {
        var leaf = root.Issue("CN=With address", Keys.Of(AlgorithmCatalogue.Sm2), static generator =>
        {
            generator.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.DigitalSignature));
            generator.AddExtension(X509Extensions.CrlDistributionPoints, critical: false, new CrlDistPoint([new DistributionPoint(
                new DistributionPointName(new GeneralNames(new GeneralName(GeneralName.UniformResourceIdentifier, "http://crl.example.test/a.crl"))), null, null)]));
        });

        Assert.Equal(["http://crl.example.test/a.crl"], leaf.RevocationAddresses);
        Assert.DoesNotContain(CertificateConcern.NoRevocationAddress, Concerns(leaf));
    }

    [Fact]
    public void Its_time_is_looked_at()
    {
        Assert.Contains(CertificateConcern.EndsSoon, Concerns(Leaf(Good with { NotAfter = Clock.Start.AddDays(29) })));
        Assert.Contains(CertificateConcern.ShortValidity, Concerns(Leaf(Good with { NotBefore = Clock.Start.AddDays(-1), NotAfter = Clock.Start.AddDays(20) })));
        Assert.Contains(CertificateConcern.LongValidity, Concerns(Leaf(Good with { NotBefore = Clock.Start, NotAfter = Clock.Start.AddDays(826) })));
        Assert.DoesNotContain(CertificateConcern.LongValidity, Concerns(Leaf(Good with { NotBefore = Clock.Start, NotAfter = Clock.Start.AddDays(825) })));
        Assert.Contains(CertificateConcern.NotYetValid, Concerns(Leaf(Good with { NotBefore = Clock.Start.AddDays(1) })));
    }

    [Fact]
    public void Its_use_and_name_are_looked_at()
    {
        Assert.Contains(CertificateConcern.KeyUsageUnfit, Concerns(Leaf(Good with { DigitalSignature = false })));
        Assert.Contains(CertificateConcern.PurposeUnstated, Concerns(Leaf(Good with { Purpose = TrustPurpose.AssertionSigning })));
        Assert.Contains(CertificateConcern.NameUnstated, Concerns(Leaf(Good with { Uri = "urn:crossborder:department:gz-hpf" })));
        Assert.Contains(CertificateConcern.Development, Concerns(Leaf(Good with { Development = true })));
        Assert.Contains(CertificateConcern.WeakKey, Concerns(root.Leaf(Keys.Of(AlgorithmCatalogue.RS256), Good)));
        Assert.DoesNotContain(CertificateConcern.WeakKey, Concerns(Leaf(Good)));
        Assert.Contains(CertificateConcern.SelfIssued, Concerns(root.Certificate));
        Assert.DoesNotContain(CertificateConcern.SelfIssued, Review(root.Certificate, purpose: null).Concerns);
    }

    [Fact]
    public void A_key_and_a_name_that_are_known_already_are_told()
    {
        using var key = Keys.Of(AlgorithmCatalogue.Sm2);
        var (one, renewed, replaced) = (root.Leaf(key, Good), root.Leaf(key, Good), Leaf(Good));

        Assert.Contains(CertificateConcern.SameKey, Review(one, TrustPurpose.ReceiptSigning, renewed).Concerns);
        Assert.Contains(CertificateConcern.SameName, Review(one, TrustPurpose.ReceiptSigning, replaced).Concerns);
        Assert.DoesNotContain(CertificateConcern.SameName, Review(one, TrustPurpose.ReceiptSigning, renewed).Concerns);
    }

    [Fact]
    public void A_signature_by_another_than_the_issuer_that_is_known_is_doubtful()
    {
        var impostor = Authority.Root("Reviewed root", AlgorithmCatalogue.Sm2);

        Assert.Contains(CertificateConcern.SignatureDoubtful, Review(impostor.Leaf(Keys.Of(AlgorithmCatalogue.Sm2), Good), TrustPurpose.ReceiptSigning).Concerns);
    }

    [Fact]
    public void One_signed_with_SHA1_is_refused_with_CB6113_and_one_with_SHA256_is_not()
    {
        var old = Authority.Root("Old root", AlgorithmCatalogue.RS256, "SHA1WITHRSA");

        Assert.Equal("CB6113", Review(old.Leaf(Keys.Of(AlgorithmCatalogue.ES256), Good), TrustPurpose.ReceiptSigning).Refusal!.Code);
        Assert.Null(Review(Leaf(Good), TrustPurpose.ReceiptSigning).Refusal);
    }

    [Fact]
    public void One_that_was_signed_with_an_empty_SM2_user_id_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("crossborder-userid-");
        try
        {
            foreach (var arguments in new[] { "ecparam -genkey -name SM2 -noout -out key.pem", "req -x509 -new -key key.pem -sm3 -subj /CN=Odd -sigopt distid: -out odd.pem" })
                using (var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder.FullName, RedirectStandardError = true })!)
                {
                    var errors = process.StandardError.ReadToEnd();
                    process.WaitForExit();
                    Assert.True(process.ExitCode == 0, errors);
                }

            var odd = Certificate.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "odd.pem"))).Value;
            Assert.Contains(CertificateConcern.OtherUserId, Review(odd, purpose: null).Concerns);
            Assert.DoesNotContain(CertificateConcern.OtherUserId, Review(root.Certificate, purpose: null).Concerns);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Certificate Leaf(LeafRequest request) => root.Leaf(Keys.Of(AlgorithmCatalogue.Sm2), request);

    private IReadOnlyList<CertificateConcern> Concerns(Certificate certificate) => Review(certificate, TrustPurpose.ReceiptSigning).Concerns;

    private CertificateReview Review(Certificate certificate, TrustPurpose? purpose, params Certificate[] known) => new()
    {
        Certificate = certificate,
        Purpose = purpose,
        Party = purpose is null ? null : Party,
        Known = [root.Certificate, .. known],
        Now = Clock.Start,
    };
}
