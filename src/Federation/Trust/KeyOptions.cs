using CrossBorder.Adapters.Hsm;

namespace CrossBorder.Federation.Trust;

/// <summary>The hub's own keys: <c>SigningKeys</c> and <c>TokenEncryptionKeyFile</c> at the root of the settings.</summary>
internal sealed class KeyOptions
{
    public List<SigningKeyOptions> SigningKeys { get; set; } = [];

    /// <summary>32 bytes: codes and refresh tokens, which only the hub reads, are encrypted with it.</summary>
    public string TokenEncryptionKeyFile { get; set; } = "";
}

internal sealed class SigningKeyOptions
{
    /// <summary>The <c>kid</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>RS256, PS256, ES256 or SGD_SM3_SM2.</summary>
    public string Algorithm { get; set; } = "";

    /// <summary>PKCS#8 in PEM; encrypted where there is a <see cref="PasswordFile"/>.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The password that the key file is encrypted with, on one line.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>Where the key lies in a hardware module, instead of a key file: RS256 and PS256.</summary>
    public HsmOptions? Hsm { get; set; }

    /// <summary>The key's certificate and its intermediates in PEM, leaf first.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Of <see cref="KeyUses"/>.</summary>
    public List<string> Uses { get; set; } = [];
}
