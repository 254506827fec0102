using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Storage;

/// <summary>Section <c>PersonalData</c>: the keys that personal data rests under.</summary>
internal sealed class PersonalDataOptions
{
    /// <summary>The key that new values are sealed with; the others still open what they sealed.</summary>
    public string ActiveKey { get; set; } = "";

    public List<PersonalDataKeyOptions> Keys { get; set; } = [];

    /// <summary>The key of the look-up hashes: a document number is found without being readable.</summary>
    public string LookupKeyFile { get; set; } = "";

    /// <summary>The key of the pairwise subjects. Changing it makes every person a stranger to every relying party.</summary>
    public string PairwiseKeyFile { get; set; } = "";
}

internal sealed class PersonalDataKeyOptions
{
    /// <summary>Stands in every sealed value; up to 32 characters.</summary>
    public string Id { get; set; } = "";

    /// <summary>A256GCM or SGD_SM4_GCM.</summary>
    public string Algorithm { get; set; } = ContentCipher.AesGcm;

    public string File { get; set; } = "";
}
