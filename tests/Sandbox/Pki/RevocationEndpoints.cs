namespace CrossBorder.Sandbox.Pki;

/// <summary>Serves the lists of one side's authorities and answers questions about their certificates, each at the moment of the request.</summary>
internal static class RevocationEndpoints
{
    private const int LongestRequest = 10_000;

    public static void MapRevocation(this IEndpointRouteBuilder app, DevelopmentPki pki, string side)
    {
        app.MapGet("/crl/{name}.crl", (string name) =>
            IsOf(pki, name, side) ? Results.Bytes(pki.RevocationList(name), "application/pkix-crl") : Results.NotFound());
        app.MapPost("/ocsp/{name}", async (string name, HttpContext context) =>
        {
            if (!IsOf(pki, name, side))
                return Results.NotFound();
            if (context.Request.ContentType != "application/ocsp-request" || context.Request.ContentLength > LongestRequest)
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return pki.Answer(name, body.ToArray()) is { } answer ? Results.Bytes(answer, "application/ocsp-response") : Results.BadRequest();
        });
    }

    private static bool IsOf(DevelopmentPki pki, string name, string side) => name.StartsWith(side + "-", StringComparison.Ordinal) && pki.HasAuthority(name);
}
