using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.AssertionGateway.Hosting;

/// <summary>Section <c>Gateway</c>: who the gateway is, where it listens, and the one client that it speaks for residents to.</summary>
internal sealed class GatewayOptions : IListening
{
    /// <summary>The issuer of its assertions; the certificate of <see cref="SigningKey"/> names it.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>A plain listener. Loopback and Development only.</summary>
    public string? Http { get; set; }

    public string? Https { get; set; }

    public string? HttpsCertificate { get; set; }

    public string? HttpsKey { get; set; }

    public long MaximumRequestBody { get; set; } = 128 * 1024;

    /// <summary>Signs assertions and id tokens: RS256, PS256 or ES256. Nobody else has it.</summary>
    public SigningKeyOptions SigningKey { get; set; } = new();

    /// <summary>At least 32 bytes in base64: what the browser carries and what lies in the database is sealed with keys drawn from it.</summary>
    public string SecretFile { get; set; } = "";

    public GatewayClientOptions Client { get; set; } = new();

    /// <summary>What signing in is worth, and what proving oneself once more.</summary>
    public GatewayAssuranceOptions Assurance { get; set; } = new();

    /// <summary>How long a resident may take, the app included.</summary>
    public TimeSpan VisitLifetime { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>The hub, as the gateway knows it.</summary>
internal sealed class GatewayClientOptions
{
    public string ClientId { get; set; } = "";

    /// <summary>A JSON Web Key Set with the keys that the hub proves itself by (private_key_jwt).</summary>
    public string JwksFile { get; set; } = "";

    public List<string> RedirectUris { get; set; } = [];

    /// <summary>Where browsers go after a resident signed; empty where the hub asks for no signatures.</summary>
    public List<string> SigningReturnUris { get; set; } = [];
}

/// <summary>Levels by kind of account. No level of iAM Smart is published: these are this operator's judgement, and the hub's to believe or not.</summary>
internal sealed class GatewayAssuranceOptions
{
    /// <summary>Of an account that can sign (iAM Smart+).</summary>
    public AssurancePair Strong { get; set; } = new() { SignIn = AssuranceLevel.Substantial, StepUp = AssuranceLevel.High };

    /// <summary>Of any other.</summary>
    public AssurancePair Plain { get; set; } = new() { SignIn = AssuranceLevel.Low, StepUp = AssuranceLevel.Substantial };
}

/// <summary>Two levels, the second not below the first.</summary>
internal sealed class AssurancePair
{
    public AssuranceLevel SignIn { get; set; }

    public AssuranceLevel StepUp { get; set; }
}
