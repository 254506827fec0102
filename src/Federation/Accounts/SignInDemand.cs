using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Accounts;

/// <summary>
/// What a request asks of a sign-in (OpenID Connect Core section 3.1.2.1). The authorize end point and the journey judge by this one
/// rule: where they differed, a browser would be sent back and forth between them.
/// </summary>
/// <param name="AssuranceLevels"><c>acr_values</c>.</param>
/// <param name="Prompt"><c>prompt</c>.</param>
/// <param name="MaximumAge"><c>max_age</c>, in seconds.</param>
/// <param name="AssuranceIsEssential">True where the request fails without one of the levels (section 5.5.1.1), false where they are a wish.</param>
internal sealed record SignInDemand(string? AssuranceLevels, string? Prompt, long? MaximumAge, bool AssuranceIsEssential = false)
{
    /// <summary>False where a level is essential that no sign-in of this hub ever has.</summary>
    public bool CanBeMet => !AssuranceIsEssential || KnownLevels.Count > 0;

    /// <summary>The lowest of the levels that the relying party accepts; low where it names none that we know.</summary>
    public AssuranceLevel RequiredAssurance
    {
        get
        {
            var known = KnownLevels;
            return known.Count == 0 ? AssuranceLevel.Low : known.Min();
        }
    }

    public bool IsMetBy(VerifiedSession session, DateTimeOffset now) =>
        session.Assurance >= RequiredAssurance
        && !Split(Prompt).Any(prompt => prompt is "login" or "select_account")
        && (MaximumAge is not { } seconds || now - session.AuthenticatedAt <= TimeSpan.FromSeconds(seconds));

    private List<AssuranceLevel> KnownLevels =>
    [
        .. Split(AssuranceLevels).Select(Verification.Identity.AssuranceLevels.ParseUrn)
            .Where(level => level.Succeeded).Select(level => level.Value),
    ];

    private static string[] Split(string? values) => (values ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
