namespace CrossBorder.Federation.OpenIdConnect.Encryption;

/// <summary>How what the hub sends a client is encrypted, for a key of its JSON Web Key Set with <c>use</c> <c>enc</c>.</summary>
internal sealed class EncryptionOptions
{
    /// <summary>How the content key reaches the client, such as <c>id_token_encrypted_response_alg</c>.</summary>
    public string Alg { get; set; } = "";

    /// <summary>How the content is encrypted, such as <c>id_token_encrypted_response_enc</c>.</summary>
    public string Enc { get; set; } = "";
}
