using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.Applications.Events;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Trust;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The rows that rest on some paths, to be counted or read.</summary>
internal sealed class PathRows(HubDbContext context, List<string> paths, DateTimeOffset now)
{
    public IQueryable<TrustRecord> SignIns => context.Set<TrustRecord>()
        .Where(record => paths.Contains(record.Path) && record.Purpose == TrustPurpose.AssertionSigning);

    public IQueryable<HomeLink> Links => context.Set<HomeLink>().Where(link => link.TrustPath != null && paths.Contains(link.TrustPath));

    public IQueryable<Session> Sessions => context.Set<Session>()
        .Where(session => session.TrustPath != null && paths.Contains(session.TrustPath) && session.EndedAt == null && session.ExpiresAt > now);

    /// <summary>As they are revoked when the sessions end: by the subject that a resident is at one relying party.</summary>
    public IQueryable<OpenIddictEntityFrameworkCoreToken> Tokens
    {
        get
        {
            var moment = now.UtcDateTime;
            var subjects = Sessions
                .Join(context.Set<ClientSession>(), session => session.Id, visit => visit.SessionId, (session, visit) => new { session.ResidentId, visit.ClientId })
                .Join(context.PairwiseSubjects, visit => visit, subject => new { subject.ResidentId, subject.ClientId }, (visit, subject) => subject.Subject);
            return context.Set<OpenIddictEntityFrameworkCoreToken>()
                .Where(token => token.Status == Statuses.Valid && (token.ExpirationDate == null || token.ExpirationDate > moment) && subjects.Contains(token.Subject!));
        }
    }

    public IQueryable<Application> Applications => context.Set<Application>()
        .Where(application => application.TrustPath != null && paths.Contains(application.TrustPath));

    /// <summary>Of these applications, those that wait.</summary>
    public IQueryable<Delivery> Deliveries => Applications
        .Join(context.Set<Delivery>(), application => application.Id, delivery => delivery.ApplicationId, (application, delivery) => delivery)
        .Where(delivery => delivery.Status == DeliveryStatus.Queued);

    /// <summary>Deliveries with such a receipt.</summary>
    public IQueryable<Delivery> Receipts => context.Set<Delivery>()
        .Where(delivery => delivery.Receipt!.TrustPath != null && paths.Contains(delivery.Receipt.TrustPath));

    public IQueryable<DepartmentEvent> Events => context.Set<DepartmentEvent>().Where(told => told.TrustPath != null && paths.Contains(told.TrustPath));
}
