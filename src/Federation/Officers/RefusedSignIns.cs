using System.Globalization;
using CrossBorder.Federation.Audit;

namespace CrossBorder.Federation.Officers;

/// <summary>
/// Writes refusals down so that nobody can fill the log with them: the first ten of an account one by one, then as their number doubles,
/// and the number reached once it is quiet. What is not written singly is counted.
/// </summary>
internal sealed class RefusedSignIns(IRefusalCounts counts, IOfficers officers, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Stands for every name that no officer has.</summary>
    public const string Nobody = "nobody";

    /// <summary>How many are written one by one.</summary>
    public const int Singly = 10;

    /// <summary>After so long without another, the next begins anew.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    /// <param name="kind">Kind of the entry, <c>officer.refused</c> or <c>officer.locked</c>.</param>
    /// <param name="subject">The account, or <see cref="Nobody"/>.</param>
    /// <param name="fault">Why, in a word.</param>
    /// <param name="from">The network as the log names it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RecordAsync(string kind, string subject, string fault, string from, CancellationToken cancellationToken)
    {
        var (count, since) = await counts.CountAsync(kind, subject, clock.GetUtcNow(), cancellationToken);
        if (!await counts.TellAsync(kind, subject, count, cancellationToken))
            return;

        var details = new Dictionary<string, string> { ["fault"] = fault, ["from"] = from };
        if (count > Singly)
            Sum(details, count, since);
        audit.Record(kind, AuditActors.Officer, subject, details);
        await officers.SaveAsync(cancellationToken);
    }

    /// <summary>Writes the last numbers of those that are quiet, and forgets them.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        foreach (var quiet in await counts.QuietAsync(clock.GetUtcNow() - Quiet, cancellationToken))
        {
            if (quiet.Count > quiet.Told)
            {
                var details = new Dictionary<string, string> { ["fault"] = "several", ["from"] = "several" };
                Sum(details, quiet.Count, quiet.Since);
                audit.Record(quiet.Kind, AuditActors.Officer, quiet.Subject, details);
            }

            counts.Remove(quiet);
            // Another node was first: it wrote the same.
            await officers.SaveAsync(cancellationToken);
        }
    }

    private static void Sum(Dictionary<string, string> details, int count, DateTimeOffset since)
    {
        details["count"] = count.ToString(CultureInfo.InvariantCulture);
        details["since"] = since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
