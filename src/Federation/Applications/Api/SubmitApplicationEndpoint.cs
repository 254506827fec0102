using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Api;

internal static class SubmitApplicationEndpoint
{
    private const string KeyHeader = "Idempotency-Key";

    public static async Task<IResult> Handle(HttpContext context, IApplicants applicants, ISubmitApplication submit)
    {
        if (context.Request.Headers[KeyHeader] is not [{ Length: > 0 } key])
            return Caller.Refuse(context, [ErrorCatalogue.IdempotencyKeyMissing.With($"The header {KeyHeader} is missing.")]);

        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var read = await ApplicationBody.ReadAsync(context, key, Caller.ClientId(context));
        if (!read.TryGetValue(out var request))
            return Caller.Refuse(context, read.Errors);

        var submitted = await submit.SubmitAsync(applicant, request, context.RequestAborted);
        return submitted.TryGetValue(out var view)
            ? TypedResults.Created($"/api/applications/{view.CaseNumber}", CaseBody.Of(view))
            : Caller.Refuse(context, submitted.Errors);
    }
}
