using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>Where iAM Smart brings what a resident answered. 200 means that it is stored.</summary>
internal static class CallbackEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext context, string question, IHomeDisclosures disclosures, AdvanceVisit advance, ILogger<AdvanceVisit> logger)
    {
        if (KindOf(question) is not { } kind)
            return TypedResults.NotFound();

        var received = await disclosures.ReceiveAsync(kind, context.Request);
        var answered = received.TryGetValue(out var disclosure)
            ? await advance.AnswerAsync(kind, disclosure, context.RequestAborted)
            : Outcome<OpenVisit>.Refused(received.Errors);
        if (answered.Succeeded)
            return TypedResults.Ok();

        Log.CallbackRefused(logger, answered.Error.ToString());
        return Problems.From(answered, context);
    }

    private static DisclosureKind? KindOf(string question) => question switch
    {
        "profile" => DisclosureKind.Profile,
        "eme" => DisclosureKind.FormData,
        "stepup" => DisclosureKind.StepUp,
        "signing" => DisclosureKind.Signature,
        _ => null,
    };
}
