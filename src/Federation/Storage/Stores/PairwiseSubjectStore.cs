using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Federation.OpenIdConnect;
using CrossBorder.Federation.Storage.Grants;
using Microsoft.EntityFrameworkCore;

namespace CrossBorder.Federation.Storage.Stores;

/// <summary>The subject is reckoned, so that it stays the same however often the table is lost; the row is for tracing it back.</summary>
internal sealed class PairwiseSubjectStore(HubDbContext context, PersonalDataKeys keys, TimeProvider clock) : IPairwiseSubjects
{
    public async Task<string> ForAsync(string residentId, string clientId, CancellationToken cancellationToken)
    {
        // U+001F stands in neither id, so that the two cannot be shifted into one another.
        var subject = Base64Url.EncodeToString(HMACSHA256.HashData(keys.Pairwise, Encoding.UTF8.GetBytes($"{clientId}\u001f{residentId}")));
        if (await SignedInQueries.Of(context).SubjectIsKnown(context, subject, cancellationToken))
            return subject;

        var row = new PairwiseSubject { Subject = subject, ClientId = clientId, ResidentId = residentId, CreatedAt = clock.GetUtcNow() };
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (UniqueKey.IsViolated(fault))
        {
            context.Entry(row).State = EntityState.Detached;
        }

        return subject;
    }
}
