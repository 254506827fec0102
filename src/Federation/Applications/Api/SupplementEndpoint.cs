using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Applications.Supplements;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Api;

internal static class SupplementEndpoint
{
    private const int Most = 50;

    public static async Task<IResult> Handle(HttpContext context, IApplicants applicants, HandInMaterials handIn, string caseNumber)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        if (await FeedbackBody.ReadAsync<SupplementBody>(context) is not { Materials.Count: > 0 and <= Most } body)
        {
            return Caller.Refuse(context, [ErrorCatalogue.ApplicationMalformed.With(
                $"The body is {{\"materials\": [{{\"slug\": \"...\", \"id\": \"...\"}}]}} with 1 to {Most} of them, and no more.")]);
        }

        var handed = await handIn.HandInAsync(applicant.ResidentId, caseNumber, body.Materials, context.RequestAborted);
        return handed.TryGetValue(out var view)
            ? TypedResults.Accepted($"/api/applications/{view.CaseNumber}", CaseDetailBody.Of(view))
            : Caller.Refuse(context, handed.Errors);
    }
}

internal sealed record SupplementBody(IReadOnlyList<MaterialReference> Materials);
