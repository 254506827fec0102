using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Federation.OpenIdConnect;
using CrossBorder.Federation.SignIn;
using CrossBorder.Federation.Storage;
using CrossBorder.Federation.Tests.Trust.Records;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Sandbox.Pki;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Consequences;

/// <summary>A session with a token, and a case with a delivery that waits, both resting on the chain of the sandbox's home.</summary>
internal static class Resting
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task PutAsync(TrustDesk desk, DevelopmentPki pki, DateTimeOffset now)
    {
        var judgement = Judged.Accepted(pki, now);
        var use = (await desk.UseAsync<TrustRecorder, TrustUse?>(recorder => recorder.JudgedAsync(Judged.Home, judgement, Stop)))!;
        await desk.UseAsync<HubDbContext, int>(context =>
        {
            context.Add(TrustRecord.Of(use, new TrustReference("yueshengshi", "session"), "node"));
            context.Add(new Session
            {
                Id = "session", ResidentId = "resident", Home = "hk", Assurance = "high", Methods = "face", AuthenticatedAt = now, CreatedAt = now,
                ExpiresAt = now.AddDays(1), SeenAt = now, Identity = "{}", Assertion = "a", TrustPath = use.Path,
            });
            context.Add(new ClientSession { Sid = "sid", SessionId = "session", ClientId = "yueshengshi" });
            context.Add(new PairwiseSubject { Subject = "subject", ClientId = "yueshengshi", ResidentId = "resident", CreatedAt = now });
            context.Add(new Resident { Id = "resident", CreatedAt = now });
            context.Add(new HomeLink
            {
                Id = "link", ResidentId = "resident", Home = Judged.Home.Name, SubjectHash = "s", MainlandAccount = "GD1", AccountHash = "a", TrustPath = use.Path, CreatedAt = now,
            });
            context.Add(new OpenIddictEntityFrameworkCoreToken { Subject = "subject", Status = "valid", Type = "access_token" });
            context.Add(new OpenIddictEntityFrameworkCoreToken { Subject = "other", Status = "valid", Type = "access_token" });
            context.Add(new Application
            {
                Id = "case", CaseNumber = "CB-1", ResidentId = "resident", EntryCode = "e", CatalogueVersion = "1", SubmittedAt = now, Content = "{}",
                Assertion = "a", VerifiedAt = now, HomePolicy = "{}", Consent = "[]", TrustPath = use.Path,
                Deliveries = { new Delivery { Id = "delivery", ApplicationId = "case", Department = "gd-hrss", Item = "i", Payload = "{}", QueuedAt = now, DueAt = now } },
            });
            return context.SaveChangesAsync(Stop);
        });
    }

    /// <summary>Whether the session lives, what is left of the tokens, and where the delivery stands.</summary>
    public static async Task<(bool Live, int ValidTokens, DeliveryStatus Delivery)> StandAsync(TrustDesk desk) =>
        await desk.UseAsync<HubDbContext, (bool, int, DeliveryStatus)>(async context => (
            await context.Set<Session>().AnyAsync(session => session.EndedAt == null, Stop),
            await context.Set<OpenIddictEntityFrameworkCoreToken>().CountAsync(token => token.Status == "valid", Stop),
            (await context.Set<Delivery>().AsNoTracking().SingleAsync(Stop)).Status));

    public static async Task<IReadOnlyList<TrustEffectKind>> EffectsAsync(TrustDesk desk, Guid change) =>
        [.. (await desk.UseAsync<ITrustDependents, IReadOnlyList<TrustEffect>>(dependents => dependents.EffectsAsync(change, 10, Stop)))
            .Select(effect => effect.Kind).Order()];
}
