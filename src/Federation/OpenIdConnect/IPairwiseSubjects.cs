namespace CrossBorder.Federation.OpenIdConnect;

/// <summary>What relying parties know residents by (OpenID Connect Core section 8.1): to each another name, to nobody the same.</summary>
internal interface IPairwiseSubjects
{
    /// <summary>The subject of a resident at a client; recorded the first time.</summary>
    Task<string> ForAsync(string residentId, string clientId, CancellationToken cancellationToken);
}
