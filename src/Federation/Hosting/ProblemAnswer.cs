using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Hosting;

internal sealed class ProblemAnswer(IReadOnlyList<Error> errors, int status, string language) : IResult
{
    public const string MediaType = "application/problem+json";

    public SigningHint? Signing { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var first = errors[0];
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsJsonAsync(
            new ProblemBody(
                $"urn:crossborder:error:{first.Code}",
                first.Descriptor.Title.In(language),
                status,
                first.Detail,
                first.Code,
                first.Descriptor.NextStep.In(language),
                Problems.TraceId(httpContext),
                errors.Any(error => error.Pointer is not null) || errors.Count > 1
                    ? [.. errors.Select(error => new ProblemFault(error.Pointer ?? "", error.Code, error.Detail))]
                    : null)
            {
                Signing = Signing,
            },
            options: null,
            MediaType,
            httpContext.RequestAborted);
    }
}
