namespace CrossBorder.Federation.Signals;

/// <summary>How events reach a receiver.</summary>
internal static class DeliveryMethods
{
    /// <summary>The hub posts each (RFC 8935).</summary>
    public const string Push = "urn:ietf:rfc:8935";

    /// <summary>The receiver fetches them (RFC 8936).</summary>
    public const string Poll = "urn:ietf:rfc:8936";
}
