namespace CrossBorder.Adapters.Homes.IamSmart;

/// <summary>Section <c>IamSmart</c>: this service as iAM Smart has registered it.</summary>
public sealed class IamSmartOptions
{
    /// <summary>Below it the protocol's paths stand, such as <c>https://apigw.example/</c>; https, or http on loopback in Development.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>The service's identifier there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>A file with the service's secret on one line, which signs what is exchanged.</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>The private key (RSA, PKCS#8 in PEM) of the certificate that content keys are encrypted to.</summary>
    public string KeyEncryptionKeyFile { get; set; } = "";

    /// <summary>How far the other clock may be from ours, in either direction.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What the public description of the protocol leaves open.</summary>
    public IamSmartProfileSettings Profile { get; set; } = new();
}
