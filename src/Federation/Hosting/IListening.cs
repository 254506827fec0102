namespace CrossBorder.Federation.Hosting;

/// <summary>Where a role of this host listens, whichever section says so.</summary>
internal interface IListening
{
    string Issuer { get; }

    string? Http { get; }

    string? Https { get; }

    string? HttpsCertificate { get; }

    string? HttpsKey { get; }

    long MaximumRequestBody { get; }
}
