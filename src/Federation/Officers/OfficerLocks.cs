using System.Globalization;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Officers;

/// <summary>Counts attempts, and writes a lock down once, however many keep trying.</summary>
internal sealed class OfficerLocks(IOfficers officers, RefusedSignIns refused)
{
    /// <summary>CB6051 where one of the counts is used up; nothing of what was typed is looked at then.</summary>
    /// <param name="subject">Whom the audit entry names.</param>
    /// <param name="from">The network as the audit log names it.</param>
    /// <param name="counts">Each a key and how many attempts it has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Error?> CountAsync(string subject, string from, IReadOnlyList<(string Key, int Most)> counts, CancellationToken cancellationToken)
    {
        foreach (var (key, most) in counts)
        {
            if (await officers.CountAttemptAsync(key, most, cancellationToken) is not { } wait)
                continue;
            if (await officers.TellLockAsync(key, most, cancellationToken))
                await refused.RecordAsync("officer.locked", subject, string.Create(CultureInfo.InvariantCulture, $"{most} attempts"), from, cancellationToken);

            return ErrorCatalogue.OfficerLocked.With(string.Create(CultureInfo.InvariantCulture, $"wait {Math.Ceiling(wait.TotalSeconds)} s"));
        }

        return null;
    }

    /// <summary>Joins the current unit of work.</summary>
    public async Task ForgiveAsync(IReadOnlyList<(string Key, int Most)> counts, CancellationToken cancellationToken)
    {
        foreach (var (key, _) in counts)
            await officers.ForgiveAsync(key, cancellationToken);
    }
}
