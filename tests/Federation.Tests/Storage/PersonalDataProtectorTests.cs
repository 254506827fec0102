using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.Storage;

namespace CrossBorder.Federation.Tests.Storage;

public sealed class PersonalDataProtectorTests
{
    private const string Column = "Residents.Name";

    private static readonly PersonalDataKey Aes = new("aes-1", "A256GCM", RandomNumberGenerator.GetBytes(32));
    private static readonly PersonalDataKey Sm4 = new("sm4-1", "SGD_SM4_GCM", RandomNumberGenerator.GetBytes(16));

    [Theory]
    [InlineData("aes-1")]
    [InlineData("sm4-1")]
    public void What_is_sealed_opens_again_and_shows_nothing(string id)
    {
        var protector = With(id == Aes.Id ? Aes : Sm4);
        var plaintext = Encoding.UTF8.GetBytes("CHAN Tai Man");

        var envelope = protector.Protect(Column, plaintext);

        Assert.Equal(id, PersonalDataProtector.KeyIdOf(envelope));
        Assert.Equal(plaintext, protector.Unprotect(Column, envelope));
        Assert.Equal(-1, envelope.AsSpan().IndexOf(plaintext));
    }

    [Fact]
    public void An_old_value_opens_after_the_keys_moved_on_to_SM4()
    {
        var old = With(Aes).Protect(Column, "1990-01-01"u8);
        var rotated = With(Sm4, Aes);

        Assert.Equal("1990-01-01"u8.ToArray(), rotated.Unprotect(Column, old));
        Assert.Equal("sm4-1", PersonalDataProtector.KeyIdOf(rotated.Protect(Column, "1990-01-01"u8)));
    }

    [Fact]
    public void A_value_does_not_open_in_another_column() =>
        Assert.Throws<CryptographicException>(() => With(Aes).Unprotect("Residents.Phone", With(Aes).Protect(Column, "x"u8)));

    [Fact]
    public void A_value_whose_key_is_gone_does_not_open() =>
        Assert.Throws<CryptographicException>(() => With(Sm4).Unprotect(Column, With(Aes).Protect(Column, "x"u8)));

    [Fact]
    public void A_changed_value_does_not_open()
    {
        var envelope = With(Sm4).Protect(Column, "x"u8);
        envelope[^1] ^= 1;
        Assert.Throws<CryptographicException>(() => With(Sm4).Unprotect(Column, envelope));
    }

    private static PersonalDataProtector With(params PersonalDataKey[] keys) => new(new PersonalDataKeys(keys, new byte[32], new byte[32]));
}
