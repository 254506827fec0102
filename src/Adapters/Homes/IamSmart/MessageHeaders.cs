namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Names of the headers that every message bears, in either direction.</summary>
internal static class MessageHeaders
{
    public const string ClientId = "clientID";
    public const string SignatureMethod = "signatureMethod";
    public const string Signature = "signature";
    public const string Timestamp = "timestamp";
    public const string Nonce = "nonce";
}
