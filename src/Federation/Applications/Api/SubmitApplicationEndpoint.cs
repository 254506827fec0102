using CrossBorder.Federation.Applications.Submit;

namespace CrossBorder.Federation.Applications.Api;

internal static class SubmitApplicationEndpoint
{
    public static async Task<IResult> Handle(HttpContext context, IApplicants applicants, ISubmitApplication submit)
    {
        var key = IdempotencyHeader.Read(context);
        if (!key.Succeeded)
            return Caller.Refuse(context, key.Errors);

        var caller = await Caller.FindRepresentedAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var read = await ApplicationBody.ReadAsync(context, key.Value, Caller.ClientId(context));
        if (!read.TryGetValue(out var request))
            return Caller.Refuse(context, read.Errors);

        var submitted = await submit.SubmitAsync(applicant, request, context.RequestAborted);
        return submitted.TryGetValue(out var view)
            ? TypedResults.Created($"/api/applications/{view.CaseNumber}", CaseBody.Of(view))
            : Caller.Refuse(context, submitted.Errors);
    }
}
