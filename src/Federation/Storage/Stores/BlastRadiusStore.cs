using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The handful of paths through a certificate is read; everything that rests on them is counted where it lies.</summary>
internal sealed class BlastRadiusStore(HubDbContext context, ITrustUsage usage) : IBlastRadius
{
    private static readonly TimeSpan Latest = TimeSpan.FromDays(7);

    public async Task<BlastRadius> OfAsync(string fingerprint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paths = (await usage.PathsAsync(fingerprint, cancellationToken)).Where(path => path.LeadsThrough(fingerprint)).ToList();
        var ids = paths.ConvertAll(path => path.Id);
        var week = now - Latest;
        var signIns = context.Set<TrustRecord>().Where(record => ids.Contains(record.Path) && record.Purpose == TrustPurpose.AssertionSigning);
        var sessions = context.Set<Session>()
            .Where(session => session.TrustPath != null && ids.Contains(session.TrustPath) && session.EndedAt == null && session.ExpiresAt > now);
        var applications = context.Set<Application>().Where(application => application.TrustPath != null && ids.Contains(application.TrustPath));
        return new BlastRadius(
            [.. paths.Select(path => path.Party).Distinct().Order(StringComparer.Ordinal)],
            await signIns.CountAsync(cancellationToken),
            await signIns.CountAsync(record => record.At >= week, cancellationToken),
            await sessions.CountAsync(cancellationToken),
            await Tokens(sessions, now.UtcDateTime).CountAsync(cancellationToken),
            await applications.CountAsync(cancellationToken),
            await applications.Join(context.Set<Delivery>(), application => application.Id, delivery => delivery.ApplicationId, (application, delivery) => delivery)
                .CountAsync(delivery => delivery.Status == DeliveryStatus.Queued, cancellationToken),
            await context.Set<Receipt>().CountAsync(receipt => receipt.TrustPath != null && ids.Contains(receipt.TrustPath), cancellationToken),
            await context.Set<DepartmentEvent>().CountAsync(told => told.TrustPath != null && ids.Contains(told.TrustPath), cancellationToken));
    }

    // As they are revoked when the sessions end: by the subject that a resident is at one relying party.
    private IQueryable<string?> Tokens(IQueryable<Session> sessions, DateTime now)
    {
        var subjects = sessions
            .Join(context.Set<ClientSession>(), session => session.Id, visit => visit.SessionId, (session, visit) => new { session.ResidentId, visit.ClientId })
            .Join(context.PairwiseSubjects, visit => visit, subject => new { subject.ResidentId, subject.ClientId }, (visit, subject) => subject.Subject);
        return context.Set<OpenIddictEntityFrameworkCoreToken>()
            .Where(token => token.Status == Statuses.Valid && (token.ExpirationDate == null || token.ExpirationDate > now) && subjects.Contains(token.Subject!))
            .Select(token => token.Id);
    }
}
