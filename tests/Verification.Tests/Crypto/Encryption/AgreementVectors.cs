using System.Buffers.Text;
using System.Text;
using CrossBorder.Verification.Crypto.Encryption;

namespace CrossBorder.Verification.Tests.Crypto.Encryption;

/// <summary>Published key agreements: RFC 7518 appendix C and RFC 7520 section 5.5.</summary>
public sealed class AgreementVectors
{
    private const string Bob = """
        {"kty":"EC","crv":"P-256","x":"weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ","y":"e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck","d":"VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw"}
        """;

    private const string Meriadoc = """
        {"kty":"EC","kid":"meriadoc.brandybuck@buckland.example","use":"enc","crv":"P-256","x":"Ze2loSV3wrroKUN_4zhwGhCqo3Xhu1td4QjeQ5wIVR0","y":"HlLtdXARY_f55A3fnzQbPcm6hgr34Mp8p-nuzQCE0Zw","d":"r_kHyZ-a06rmxM3yESK84r1otSg-aQcVStkRhA-iCM8"}
        """;

    [Fact]
    public void The_key_of_RFC_7518_appendix_C_is_agreed()
    {
        using var bob = SoftwareDecryptionKey.FromJwk(Bob).Value;
        var agreed = bob.Recover(Point("gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0", "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"))!;
        Assert.Equal("VqqN6vgjbSBcIijNcacQGg", Base64Url.EncodeToString(ConcatKdf.Derive(agreed, "A128GCM", "Alice"u8, "Bob"u8, 16)));
    }

    [Fact]
    public void The_key_of_RFC_7520_section_5_5_is_agreed()
    {
        using var meriadoc = SoftwareDecryptionKey.FromJwk(Meriadoc).Value;
        var agreed = meriadoc.Recover(Point("mPUKT_bAWGHIhg0TpjjqVsP1rXWQu_vwVOHHtNkdYoA", "8BQAsImGeAS46fyWw5MhYfGTT0IjBpFw2SS34Dv4Irs"))!;
        Assert.Equal("hzHdlfQIAEehb8Hrd_mFRhKsKLEzPfshfXs9l6areCc", Base64Url.EncodeToString(ConcatKdf.Derive(agreed, "A128CBC-HS256", [], [], 32)));
        Assert.Equal("meriadoc.brandybuck@buckland.example", meriadoc.KeyId);
    }

    private static byte[] Point(string x, string y) => [0x04, .. Base64Url.DecodeFromChars(x), .. Base64Url.DecodeFromChars(y)];
}
