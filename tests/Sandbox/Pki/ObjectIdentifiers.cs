namespace CrossBorder.Sandbox.Pki;

/// <summary>
/// The object identifiers that the generated certificates carry. Written out here, as a foreign authority would: the journey
/// fails where they are not those that the verification library reads.
/// </summary>
internal static class ObjectIdentifiers
{
    public const string DevelopmentMarker = Arc + ".2";
    public const string AssertionSigning = Arc + ".1.1";
    public const string ReceiptSigning = Arc + ".1.2";
    public const string ClientAuthentication = Arc + ".1.3";
    public const string DirectorySigning = Arc + ".1.4";
    public const string HubSigning = Arc + ".1.5";
    public const string EnvelopeEncryption = Arc + ".1.6";
    public const string ResidentSigning = Arc + ".1.7";
    public const string TlsServer = "1.3.6.1.5.5.7.3.1";

    private const string Arc = "2.25.75472252408644482796661192169332353122";
}
