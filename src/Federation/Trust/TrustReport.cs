using System.Globalization;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Revocation;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Trust;

/// <summary>What an officer asks first: whom the hub believes, with which keys it signs, and when each of them ends.</summary>
internal sealed class TrustReport(
    ITrustSnapshot trust, IOptions<KeyOptions> options, IHubKeys keys, RevocationLists revocation, RevocationResponders responders,
    TrustWatch changes, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>Anchors and intermediates with their ends, and the age of each revocation list.</summary>
    public async Task TellTrustAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await revocation.LoadAsync(cancellationToken);
        await responders.LoadAsync(cancellationToken);
        await changes.TakeAsync(cancellationToken);
        var material = trust.Current;
        foreach (var anchor in material.TrustList.Anchors)
        {
            await output.WriteLineAsync($"anchor        {anchor.Name}  {anchor.Jurisdiction}  {string.Join(", ", anchor.Purposes.Order())}");
            await TellAsync(output, anchor.Certificate);
        }

        foreach (var intermediate in material.TrustList.Intermediates)
        {
            await output.WriteLineAsync("intermediate");
            await TellAsync(output, intermediate);
        }

        foreach (var thumbprint in material.TrustList.Distrusted.Order(StringComparer.Ordinal))
            await output.WriteLineAsync($"out of trust  sha256 {ConsoleFingerprint.Show(thumbprint)}  by officers, see /console/changes");

        foreach (var list in material.RevocationAnswers.Lists)
        {
            await output.WriteLineAsync($"revocation    {list.Issuer}");
            await output.WriteLineAsync($"              issued {At(list.ThisUpdate)}, next due {(list.NextUpdate is { } next ? At(next) : "at no stated time")}{Overdue(list.NextUpdate)}");
        }

        if (material.RevocationAnswers.Responses.Count > 0)
            await output.WriteLineAsync($"revocation    {material.RevocationAnswers.Responses.Count} certificates asked about, the oldest answer of {At(material.RevocationAnswers.Responses.Min(response => response.ProducedAt))}");
        if (material.RevocationAnswers is { Lists.Count: 0, Responses.Count: 0 })
            await output.WriteLineAsync("revocation    none known yet: until the first answers are fetched everybody is refused");
    }

    /// <summary>The hub's own keys; nothing private.</summary>
    public async Task TellKeysAsync(TextWriter output)
    {
        foreach (var key in keys.All)
        {
            var uses = options.Value.SigningKeys.First(entry => entry.Id == key.KeyId).Uses;
            await output.WriteLineAsync($"key           {key.KeyId}  {key.Algorithm}  {string.Join(", ", uses)}");
            await TellAsync(output, key.Chain[0]);
        }
    }

    private async Task TellAsync(TextWriter output, Certificate certificate)
    {
        await output.WriteLineAsync($"              {certificate.Subject}");
        await output.WriteLineAsync($"              until {At(certificate.NotAfter)}{Ending(certificate.NotAfter)}  sha256 {ConsoleFingerprint.Show(certificate.Sha256Thumbprint)}");
    }

    private string Ending(DateTimeOffset end) => (end - clock.GetUtcNow()) switch
    {
        var left when left <= TimeSpan.Zero => "  EXPIRED",
        var left when left < Soon => $"  ENDS IN {(int)left.TotalDays} DAYS",
        _ => "",
    };

    private string Overdue(DateTimeOffset? due) => due < clock.GetUtcNow() ? "  OVERDUE" : "";

    private static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
