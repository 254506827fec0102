namespace CrossBorder.Adapters.Licences;

/// <summary>Section <c>Licences</c>. What is left out is taken from section <c>AccountDirectory</c>: often it is one registry.</summary>
public sealed class LicenceOptions
{
    /// <summary>Where the licence source listens.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>Id of the hub's signing key for questions.</summary>
    public string? SigningKey { get; set; }

    /// <summary>What the source expects in <c>aud</c>.</summary>
    public string? Audience { get; set; }

    /// <summary>The URI in the certificate that answers are signed with.</summary>
    public string? Identity { get; set; }
}
