using CrossBorder.Verification.Crypto.Encryption;
using CrossBorder.Verification.Tests.Crypto.Encryption;
using CsCheck;

namespace CrossBorder.Verification.Tests.Damage;

/// <summary>Whatever became of an encrypted message on its way, it is refused with a code, and nothing is thrown.</summary>
public sealed class EncryptedMessageDamageTests
{
    private const string Type = "cross-border-test+jwe";

    private static readonly EncryptedContentPolicy Policy = new()
    {
        Type = Type,
        KeyManagement = [.. EncryptionCatalogue.KeyManagement.Select(algorithm => algorithm.Name)],
        ContentEncryption = [.. EncryptionCatalogue.ContentEncryption.Select(algorithm => algorithm.Name)],
    };

    public static TheoryData<string> Managements => [.. Policy.KeyManagement];

    [Fact]
    public void Any_text_at_all_is_no_encrypted_message() =>
        Gen.String.Sample(text => !EncryptedContent.Decrypt(text, [], Policy).Succeeded, iter: Rounds.Some);

    [Theory]
    [MemberData(nameof(Managements))]
    public void A_damaged_encrypted_message_is_refused_with_a_code(string management)
    {
        foreach (var encryption in EncryptionCatalogue.ContentEncryption)
        {
            var settings = new EncryptionSettings { Type = Type, Encryption = encryption };
            var good = Jwe.Encrypt(Recipients.Of(management).PublicKey, settings, "{\"case\":\"C-1\"}"u8);
            DamagedBytes.Of(good).Sample(damaged =>
            {
                var outcome = EncryptedContent.Decrypt(damaged, Recipients.All, Policy);
                Assert.True(damaged == good || outcome.Error.Code.StartsWith("CB308", StringComparison.Ordinal));
            }, iter: Rounds.Some);
        }
    }
}
