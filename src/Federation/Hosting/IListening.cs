namespace CrossBorder.Federation.Hosting;

/// <summary>Where a role of this host listens, whichever section says so.</summary>
internal interface IListening
{
    string Issuer { get; }

    string? Http { get; }

    string? Https { get; }

    /// <summary>Where clients may come with a certificate of their own; where it is the address of <see cref="Https"/>, that listener asks for one.</summary>
    string? MutualTls => null;

    string? HttpsCertificate { get; }

    string? HttpsKey { get; }

    long MaximumRequestBody { get; }
}
