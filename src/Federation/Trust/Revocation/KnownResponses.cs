using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>
/// The stored responses as this node read them last. Marks are compared at each look, and only what was kept since is read and parsed: a
/// judgement that has one response fetched does not pay for all the others. For one reader at a time.
/// </summary>
internal sealed class KnownResponses(IServiceScopeFactory scopes)
{
    private Dictionary<(string Responder, string Fingerprint), KnownResponse> known = [];

    /// <summary>All that is stored now of these responders, whichever node kept it. What others said before they were removed is not even parsed.</summary>
    public async Task<IReadOnlyCollection<KnownResponse>> ReadAsync(IReadOnlyCollection<string> responders, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var responses = scope.ServiceProvider.GetRequiredService<IRevocationResponses>();
        var now = new Dictionary<(string, string), KnownResponse>();
        var changed = new List<ResponseMark>();
        foreach (var mark in (await responses.MarksAsync(cancellationToken)).Where(mark => responders.Contains(mark.Responder)))
        {
            if (known.TryGetValue((mark.Responder, mark.Fingerprint), out var before) && before.Mark == mark)
                now.Add((mark.Responder, mark.Fingerprint), before);
            else
                changed.Add(mark);
        }

        foreach (var ofOne in changed.GroupBy(mark => mark.Responder, StringComparer.Ordinal))
            foreach (var row in await responses.FindAsync(ofOne.Key, [.. ofOne.Select(mark => mark.Fingerprint)], cancellationToken))
                now[(row.Responder, row.Fingerprint)] = KnownResponse.Of(row);
        known = now;
        return now.Values;
    }
}

/// <summary>One of them, parsed.</summary>
/// <param name="Link">The certificate that it is about, and who issued that.</param>
internal sealed record KnownResponse(ResponseMark Mark, RevocationLink Link, RevocationResponse Response)
{
    public static KnownResponse Of(RevocationResponseRow row) => new(
        new(row.Responder, row.Fingerprint, row.ThisUpdate, row.FetchedAt, row.NeededAt),
        new(Certificate.Parse(row.Certificate).Value, Certificate.Parse(row.Issuer).Value),
        RevocationResponse.Parse(row.Encoded).Value);
}
