using System.Text.Json;
using CrossBorder.Federation.Applications.Feedback;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Api;

internal static class FeedbackEndpoints
{
    public static async Task<IResult> Rate(HttpContext context, IApplicants applicants, RateCase rate, string caseNumber)
    {
        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        if (await FeedbackBody.ReadAsync<RatingBody>(context) is not { } body)
            return Caller.Refuse(context, [ErrorCatalogue.RatingInvalid.With("The body is {\"stars\": 1 to 5, \"comment\": \"...\"} and no more.")]);

        var rated = await rate.RateAsync(applicant.ResidentId, caseNumber, body.Stars, body.Comment ?? "", context.RequestAborted);
        return rated.TryGetValue(out var view)
            ? TypedResults.Ok(new RatingAnswer(caseNumber, view.Stars!.Value, view.Comment, view.ChangeableUntil!.Value))
            : Caller.Refuse(context, rated.Errors);
    }

    public static async Task<IResult> Complain(HttpContext context, IApplicants applicants, RaiseComplaint raise, string caseNumber)
    {
        var key = IdempotencyHeader.Read(context);
        if (!key.Succeeded)
            return Caller.Refuse(context, key.Errors);

        var caller = await Caller.FindAsync(context, applicants);
        if (!caller.TryGetValue(out var applicant))
            return Caller.Refuse(context, caller.Errors);

        if (await FeedbackBody.ReadAsync<ComplaintBody>(context) is not { } body)
            return Caller.Refuse(context, [ErrorCatalogue.ComplaintInvalid.With("The body is {\"kind\": \"complaint\" or \"question\", \"text\": \"...\"} and no more.")]);

        var raised = await raise.RaiseAsync(
            applicant, new Complaint(key.Value, Caller.ClientId(context), caseNumber, body.Kind, body.Text), context.RequestAborted);
        return raised.TryGetValue(out var view)
            ? TypedResults.Created($"/api/applications/{view.CaseNumber}", CaseBody.Of(view))
            : Caller.Refuse(context, raised.Errors);
    }
}

internal sealed record RatingBody(int Stars, string? Comment = null);

internal sealed record RatingAnswer(string CaseNumber, int Stars, string Comment, DateTimeOffset ChangeableUntil);

internal sealed record ComplaintBody(string Kind, string Text);

/// <summary>Reads a small body strictly: what is named twice, unknown, missing or of another kind makes it unreadable.</summary>
internal static class FeedbackBody
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Null where it cannot be read.</summary>
    public static async Task<TBody?> ReadAsync<TBody>(HttpContext context)
        where TBody : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<TBody>(context.Request.Body, Strict, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
