namespace CrossBorder.Sandbox.Pki;

/// <summary>Serves the lists of one side's authorities, each made at the moment of the request.</summary>
internal static class RevocationListEndpoint
{
    public static void MapRevocationLists(this IEndpointRouteBuilder app, DevelopmentPki pki, string side) =>
        app.MapGet("/crl/{name}.crl", (string name) =>
            name.StartsWith(side + "-", StringComparison.Ordinal) && DevelopmentPki.Authorities.Contains(name)
                ? Results.Bytes(pki.RevocationList(name), "application/pkix-crl")
                : Results.NotFound());
}
