using System.Text.Json.Serialization;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Hosting;

internal sealed class ProblemAnswer(IReadOnlyList<Error> errors, int status, string language) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var first = errors[0];
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsJsonAsync(
            new Body(
                $"urn:crossborder:error:{first.Code}",
                first.Descriptor.Title.In(language),
                status,
                first.Detail,
                first.Code,
                first.Descriptor.NextStep.In(language),
                Problems.TraceId(httpContext),
                errors.Any(error => error.Pointer is not null) || errors.Count > 1
                    ? [.. errors.Select(error => new Fault(error.Pointer ?? "", error.Code, error.Detail))]
                    : null),
            options: null,
            "application/problem+json",
            httpContext.RequestAborted);
    }

    private sealed record Body(
        string Type, string Title, int Status, string Detail, string Code, string NextStep, string TraceId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Fault>? Errors);

    private sealed record Fault(string Pointer, string Code, string Detail);
}
