namespace CrossBorder.Federation.Accounts;

/// <summary>A consent as it leaves the hub, to its resident, to its client and into the evidence of a case: without who the resident is.</summary>
internal sealed record ConsentBody(
    string Id, string Client, IReadOnlyList<string> Scopes, string Language, string Text, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt)
{
    public static ConsentBody Of(Consent consent) => new(
        consent.Id, consent.ClientId, consent.Scopes.Split(' '), consent.Language, consent.Text, consent.GivenAt, consent.WithdrawnAt);
}
