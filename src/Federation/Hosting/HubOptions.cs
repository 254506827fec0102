namespace CrossBorder.Federation.Hosting;

/// <summary>Section <c>Hub</c>: who the hub is and where it listens.</summary>
internal sealed class HubOptions : IListening
{
    /// <summary>The issuer of all tokens. https, except on loopback in Development.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>A plain listener. Loopback and Development only.</summary>
    public string? Http { get; set; }

    public string? Https { get; set; }

    /// <summary>
    /// Where clients may come with a certificate (RFC 8705), https; a listener of its own, or the same address as <see cref="Https"/>. Browsers
    /// ask people about certificates there, so that a listener of its own is better where residents have any.
    /// </summary>
    public string? MutualTls { get; set; }

    public string? HttpsCertificate { get; set; }

    public string? HttpsKey { get; set; }

    /// <summary>Whom residents write to about their data on the hub's own pages: an address, shown in the consent.</summary>
    public string PrivacyContact { get; set; } = "";

    /// <summary>The lifetime of an access token; refresh tokens live for the session's own span.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>The largest request body that any endpoint reads, unless it says otherwise.</summary>
    public long MaximumRequestBody { get; set; } = 256 * 1024;
}
