namespace CrossBorder.Federation.Storage;

/// <summary>One key that personal data is sealed with.</summary>
internal sealed record PersonalDataKey(string Id, string Algorithm, byte[] Bytes)
{
    public const string Aes = "A256GCM";
    public const string Sm4 = "SM4GCM";

    public static int? LengthOf(string algorithm) => algorithm switch
    {
        Aes => 32,
        Sm4 => 16,
        _ => null,
    };
}
