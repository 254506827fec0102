using System.Security.Cryptography;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust.Revocation;

/// <summary>
/// Asks the configured OCSP responders, keeps what holds, and puts all that is known into the snapshot. They are asked about certificates
/// alone whose issuer is known to have signed them: what a stranger made up in an authority's name reaches no responder.
/// </summary>
internal sealed class RevocationResponders(
    IOptions<TrustOptions> options, IRevocationSource source, TrustSnapshot snapshot, IServiceScopeFactory scopes,
    TimeProvider clock, ILogger<RevocationResponders> logger) : IDisposable
{
    // Of what no judgement has had fetched for so long the next one asks anew.
    private static readonly TimeSpan KeptFresh = TimeSpan.FromDays(30);
    private const int NonceLength = 32;
    private const int AtOnce = 4;

    // Worker, officers and judgements load: an earlier reading must not take the place of a later one.
    private readonly SemaphoreSlim loading = new(1, 1);
    private readonly KnownResponses stored = new(scopes);

    public ResponderOptions? Find(string name) => options.Value.Responders.Find(entry => entry.Name == name);

    /// <summary>What this or another node was told before. What a removed setting's responder said is not taken up again.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            snapshot.Take((await ReadAsync(cancellationToken)).Select(known => known.Response));
        }
        finally
        {
            loading.Release();
        }
    }

    /// <summary>The last that they said of each certificate, as it is stored now.</summary>
    public async Task<IReadOnlyCollection<KnownResponse>> KnownAsync(CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(cancellationToken);
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    /// <returns>Whether every responder answered all that it was asked.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Responders.Count == 0)
            return true;
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IRevocationResponses>().RemoveAsync(clock.GetUtcNow() - KeptFresh, cancellationToken);
        var outcomes = await Task.WhenAll(options.Value.Responders.Select(entry => RefreshAsync(entry, cancellationToken)));
        return Array.TrueForAll(outcomes, outcome => outcome.Succeeded);
    }

    /// <summary>One responder, now, about the authorities below its own and all certificates that were needed lately.</summary>
    public async Task<Outcome<bool>> RefreshAsync(ResponderOptions entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trusted = snapshot.Current.TrustList;
        var authorities = trusted.Intermediates.SelectMany(authority => RevocationLink.Of(ChainVerifier.Trace([authority], trusted)).Take(1))
            .Where(link => Serves(entry, link)).Select(link => (Link: link, NeededAt: now));
        var needed = (await KnownAsync(cancellationToken)).Where(known => known.Mark.Responder == entry.Name)
            .Select(known => (known.Link, known.Mark.NeededAt));
        return await AskAllAsync(entry, [.. authorities.Concat(needed).DistinctBy(asked => asked.Link.Certificate.Sha256Thumbprint)
            .Where(asked => asked.Link.Certificate.NotAfter > now)], cancellationToken);
    }

    /// <summary>About one certificate, now, because a judgement needs it.</summary>
    public Task<Outcome<bool>> AskAsync(ResponderOptions entry, RevocationLink link, CancellationToken cancellationToken) =>
        AskAllAsync(entry, [(link, clock.GetUtcNow())], cancellationToken);

    /// <summary>Which of these certificates a responder is to be asked about, since nothing is known of them or what is known is late.</summary>
    public IReadOnlyList<(ResponderOptions Responder, RevocationLink Link)> Late(IReadOnlyList<RevocationLink> links, RevocationAnswers known, DateTimeOffset now) =>
        [.. from link in links
            from entry in options.Value.Responders
            where Serves(entry, link) && !known.Responses.Any(response => IsFresh(response.StatementOf(link.Certificate, link.Issuer), now))
            select (entry, link)];

    private static bool IsFresh(RevocationStatement? statement, DateTimeOffset now) => statement?.NextUpdate > now;

    private bool Serves(ResponderOptions entry, RevocationLink link)
    {
        var trusted = snapshot.Current.TrustList;
        if (!ConsoleFingerprint.TryRead(entry.Issuer, out var thumbprint))
            return trusted.Anchors.Any(anchor => anchor.Name == entry.Issuer && link.IsIssuedBy(anchor.Certificate));
        return link.Issuer.Sha256Thumbprint == thumbprint || trusted.Anchors.Select(anchor => anchor.Certificate).Concat(trusted.Intermediates)
            .Any(authority => authority.Sha256Thumbprint == thumbprint && link.IsIssuedBy(authority));
    }

    private async Task<Outcome<bool>> AskAllAsync(
        ResponderOptions entry, IReadOnlyList<(RevocationLink Link, DateTimeOffset NeededAt)> asked, CancellationToken cancellationToken)
    {
        if (asked.Count == 0)
            return true;

        Error? first = null;
        foreach (var some in asked.Chunk(AtOnce))
        {
            var outcomes = await Task.WhenAll(some.Select(one => KeepAsync(entry, one.Link, one.NeededAt, cancellationToken)));
            first ??= Array.Find(outcomes, outcome => !outcome.Succeeded)?.Error;
            // A responder that is down is not waited for once for each certificate.
            if (first?.Descriptor == ErrorCatalogue.RevocationResponderUnreachable)
                break;
        }

        if (first is not null)
            Log.ResponderNotTaken(logger, entry.Name, first.Code, first.Detail);
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IRevocationLists>().NoteAsync(entry.Name, clock.GetUtcNow(), first?.Code, first?.Detail, cancellationToken);
        await LoadAsync(cancellationToken);
        return first is null ? true : first;
    }

    private async Task<Outcome<bool>> KeepAsync(ResponderOptions entry, RevocationLink link, DateTimeOffset neededAt, CancellationToken cancellationToken)
    {
        var nonce = entry.Nonce == ResponderNonce.None ? null : RandomNumberGenerator.GetBytes(NonceLength);
        var question = RevocationQuestion.Of(link.Certificate, link.Issuer, entry.CertificateHash, nonce);
        var answered = (await source.AskAsync(new Uri(entry.Address), question.Encoded, cancellationToken)).Then(bytes => question.Take(
            bytes, snapshot.Current.RevocationAnswers, clock.GetUtcNow(), entry.Nonce == ResponderNonce.Required));
        if (!answered.TryGetValue(out var response))
            return Outcome<bool>.Refused(answered.Errors);

        var statement = response.StatementOf(link.Certificate, link.Issuer)!;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IRevocationResponses>().KeepAsync(new RevocationResponseRow
        {
            Responder = entry.Name,
            Fingerprint = link.Certificate.Sha256Thumbprint,
            Certificate = link.Certificate.Der.ToArray(),
            Issuer = link.Issuer.Der.ToArray(),
            Encoded = response.Encoded.ToArray(),
            ThisUpdate = statement.ThisUpdate,
            NextUpdate = statement.NextUpdate,
            FetchedAt = clock.GetUtcNow(),
            NeededAt = neededAt,
        }, cancellationToken);
        return true;
    }

    private Task<IReadOnlyCollection<KnownResponse>> ReadAsync(CancellationToken cancellationToken) =>
        stored.ReadAsync([.. options.Value.Responders.Select(entry => entry.Name)], cancellationToken);
}
