using System.Diagnostics;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Hosting;

/// <summary>Refusals of an API as problem+json (RFC 9457): code, trace id, and all faults where there are several.</summary>
internal static class Problems
{
    public static IResult From(IReadOnlyList<Error> errors, HttpContext context, int? status = null) =>
        new ProblemAnswer(errors, status ?? errors[0].Descriptor.Status, Language(context));

    /// <summary>A refusal with what helps beside it.</summary>
    public static IResult From(IReadOnlyList<Error> errors, HttpContext context, SigningHint signing) =>
        new ProblemAnswer(errors, errors[0].Descriptor.Status, Language(context)) { Signing = signing };

    public static IResult From(Error error, HttpContext context, int? status = null) => From([error], context, status);

    public static IResult From<T>(Outcome<T> outcome, HttpContext context, int? status = null) => From(outcome.Errors, context, status);

    public static string Language(HttpContext context)
    {
        foreach (var tag in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(value => value.Quality ?? 1))
        {
            var language = tag.Value.ToString().ToLowerInvariant();
            if (language.StartsWith("en", StringComparison.Ordinal))
                return "en";
            if (language.StartsWith("zh-hans", StringComparison.Ordinal) || language is "zh-cn" or "zh-sg")
                return "zh-Hans";
            if (language.StartsWith("zh", StringComparison.Ordinal))
                return "zh-Hant";
        }

        return "zh-Hant";
    }

    internal static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
