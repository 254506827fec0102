using System.Globalization;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Verifications;

internal static class VerifyIdentityEndpoint
{
    // Several times what the longest name and number need.
    public const int LargestBody = 4096;

    public static async Task<IResult> Handle(HttpContext context, VerifyIdentity verify, IOptions<VerificationsOptions> options, TimeProvider clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasJsonContentType())
            return Problems.From(ErrorCatalogue.RequestUnreadable.With("The body is application/json."), context, StatusCodes.Status415UnsupportedMediaType);
        if (await LimitedBody.ReadAsync(context.Request, LargestBody) is not { } body)
            return Problems.From(ErrorCatalogue.RequestUnreadable.With($"The body has more than {LargestBody} bytes."), context, StatusCodes.Status413PayloadTooLarge);

        var read = VerificationBody.Read(body, clock.GetUtcNow());
        if (!read.TryGetValue(out var request))
            return Problems.From(read, context);

        QuestionCommitment? commitment = null;
        if (context.Request.Headers[QuestionCommitment.Header] is { Count: > 0 } nonces)
        {
            var committed = QuestionCommitment.Of(nonces.Count == 1 ? nonces[0] : null, body);
            if (!committed.TryGetValue(out commitment))
                return Problems.From(committed, context);
        }

        // The policy of the end point lets nobody in whose token names no client.
        var answered = await verify.AnswerAsync(context.User.FindFirst("client_id")!.Value, request, commitment, context.RequestAborted);
        if (answered.TryGetValue(out var answer))
            return TypedResults.Ok(answer);

        if (answered.Error.Code == ErrorCatalogue.TooManyRequests.Code)
            context.Response.Headers.RetryAfter = ((int)options.Value.GuessWindow.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problems.From(answered, context);
    }
}
