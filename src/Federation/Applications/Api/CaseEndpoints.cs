using System.Net.Mime;
using CrossBorder.Federation.Applications.Status;

namespace CrossBorder.Federation.Applications.Api;

internal static class CaseEndpoints
{
    public static async Task<IResult> List(HttpContext context, IApplicants applicants, ICases cases)
    {
        var caller = await Caller.FindRepresentedAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var views = applicant.Acting is { } agent
            ? await cases.ListFiledAsync(applicant.ResidentId, agent, context.RequestAborted)
            : await cases.ListAsync(applicant.ResidentId, context.RequestAborted);
        return TypedResults.Ok(new CaseListBody([.. views.Select(CaseBody.Of)]));
    }

    public static async Task<IResult> Show(HttpContext context, IApplicants applicants, ICases cases, string caseNumber, int timelinePage = 1)
    {
        var caller = await Caller.FindRepresentedAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var found = applicant.Acting is { } agent
            ? await cases.FindFiledAsync(applicant.ResidentId, agent, caseNumber, context.RequestAborted)
            : await cases.FindAsync(applicant.ResidentId, caseNumber, context.RequestAborted);
        return found.TryGetValue(out var view) ? TypedResults.Ok(CaseDetailBody.Of(view, timelinePage)) : Caller.Refuse(context, found.Errors);
    }

    public static async Task<IResult> Withdraw(HttpContext context, IApplicants applicants, ICases cases, string caseNumber)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var withdrawn = await cases.WithdrawAsync(applicant.ResidentId, caseNumber, context.RequestAborted);
        return withdrawn.TryGetValue(out var view)
            ? TypedResults.Accepted($"/api/applications/{view.CaseNumber}", CaseDetailBody.Of(view))
            : Caller.Refuse(context, withdrawn.Errors);
    }

    public static async Task<IResult> Evidence(HttpContext context, IApplicants applicants, ICases cases, string caseNumber)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        var exported = await cases.EvidenceAsync(applicant.ResidentId, caseNumber, context.RequestAborted);
        if (!exported.TryGetValue(out var package))
            return Caller.Refuse(context, exported.Errors);

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"evidence-{caseNumber}.json\"";
        return TypedResults.Text(package, MediaTypeNames.Application.Json);
    }
}
