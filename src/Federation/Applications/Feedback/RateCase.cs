using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>A resident says how a case that is over was handled; once, and within <see cref="CaseRating.Changeable"/> otherwise.</summary>
internal sealed class RateCase(IApplicationStore cases, IRatings ratings, ApplicationMetrics metrics, TimeProvider clock)
{
    public async Task<Outcome<RatingView>> FindAsync(string residentId, string caseNumber, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(residentId, caseNumber, cancellationToken) is not { } application)
            return ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");

        var known = await ratings.FindAsync(application.Id, cancellationToken);
        return new RatingView(
            known?.Stars, known?.Comment ?? "", ApplicationStatuses.IsOver(application.Status) && !IsFixed(known, clock.GetUtcNow()), known?.RatedAt + CaseRating.Changeable);
    }

    public async Task<Outcome<RatingView>> RateAsync(
        string residentId, string caseNumber, int stars, string comment, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(residentId, caseNumber, cancellationToken) is not { } application)
            return ErrorCatalogue.CaseUnknown.With("No case of this number is the caller's.");
        if (!ApplicationStatuses.IsOver(application.Status))
            return ErrorCatalogue.CaseNotConcluded.With($"The case is {StatusWords.Of(application.Status)}.");

        var errors = new List<Error>();
        if (stars is < CaseRating.Lowest or > CaseRating.Highest)
            errors.Add(ErrorCatalogue.RatingInvalid.With($"'stars' is {CaseRating.Lowest} to {CaseRating.Highest}.", "/stars"));
        if (comment.Length > CaseRating.LongestComment || Words.HasControls(comment))
            errors.Add(ErrorCatalogue.RatingInvalid.With($"'comment' is at most {CaseRating.LongestComment} characters.", "/comment"));
        if (errors.Count > 0)
            return Outcome<RatingView>.Refused(errors);

        // To the millisecond: both databases give back exactly what was answered.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var known = await ratings.FindAsync(application.Id, cancellationToken);
        if (IsFixed(known, now))
            return ErrorCatalogue.RatingFixed.With($"It was rated more than {CaseRating.Changeable.TotalDays} days ago.");

        var rating = new CaseRating
        {
            ApplicationId = application.Id, Stars = stars, Comment = comment.Trim(), RatedAt = known?.RatedAt ?? now, ChangedAt = now,
        };
        if (await ratings.KeepAsync(rating, caseNumber, cancellationToken))
            Count(application, stars);
        return new RatingView(rating.Stars, rating.Comment, true, rating.RatedAt + CaseRating.Changeable);
    }

    private static bool IsFixed(CaseRating? known, DateTimeOffset now) => known is not null && now > known.RatedAt + CaseRating.Changeable;

    private void Count(Application application, int stars)
    {
        foreach (var department in application.Deliveries.Where(delivery => delivery.Kind == DeliveryKind.Application)
            .Select(delivery => delivery.Department).Distinct(StringComparer.Ordinal))
            metrics.Rated(department, stars);
    }
}

/// <param name="Stars">Null while there is no rating.</param>
/// <param name="IsOpen">Whether it may be given or changed now.</param>
/// <param name="ChangeableUntil">Null while there is no rating.</param>
internal sealed record RatingView(int? Stars, string Comment, bool IsOpen, DateTimeOffset? ChangeableUntil);
