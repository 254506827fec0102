namespace CrossBorder.Federation.Storage;

/// <summary>One key that personal data is sealed with.</summary>
internal sealed record PersonalDataKey(string Id, string Algorithm, byte[] Bytes)
{
    public const string Aes = "A256GCM";

    public static int? LengthOf(string algorithm) => algorithm switch
    {
        Aes => 32,
        _ => null,
    };
}
