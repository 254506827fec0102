using System.CommandLine;
using CrossBorder.Federation.ConsolePages;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Import;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;

namespace CrossBorder.Federation.Trust.Commands;

/// <summary><c>trust import FILE</c>: proposes that a certificate be believed, and tells first on standard error what is to be thought about.</summary>
internal sealed class ImportVerb(Option<bool> json, Option<string> officer, Option<string> reason)
{
    /// <summary>The password of a PKCS#12 file.</summary>
    private const string PasswordVariable = "CROSSBORDER_FILE_PASSWORD";

    private readonly Argument<FileInfo> file = new("FILE") { Description = $"PEM, DER, PKCS#7 or PKCS#12 (its password in {PasswordVariable}); never a private key" };
    private readonly Option<string> kind = new("--kind") { Description = "anchor, intermediate or partner", Required = true };
    private readonly Option<string> name = new("--name") { Description = "What officers will call it", Required = true };
    private readonly Option<string> place = new("--jurisdiction") { Description = "Of an anchor, such as HK" };
    private readonly Option<TrustPurpose[]> purposes = new("--purpose") { Description = "Of an anchor; may be given several times", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> party = new("--party") { Description = "Of a partner: the issuer of a home provider, or urn:crossborder:department:SLUG" };
    private readonly Option<string> choose = new("--certificate") { Description = "SHA-256 fingerprint of the one that is meant, where the file holds several" };
    private readonly Option<DateTimeOffset?> start = new("--start") { Description = "When it may begin, with its offset: 2027-01-31T09:00+08:00" };
    private readonly Option<int?> window = new("--confirm-within") { Description = "Minutes after which it rolls back unless it is confirmed" };

    public Command Create(Func<ParseResult, string, Func<IServiceProvider, OfficerPresence, Task<Outcome<TrustChange>>>, CancellationToken, Task<int>> run)
    {
        kind.AcceptOnlyFromAmong("anchor", "intermediate", "partner");
        file.AcceptExistingOnly();
        var verb = new Command("import", "Propose that a certificate be believed: another officer approves it") { file, kind, name, place, purposes, party, choose, start, window, officer, reason, json };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction((result, stop) => run(result, "import", (services, presence) => ProposeAsync(result, services, presence, stop), stop));
        return verb;
    }

    private async Task<Outcome<TrustChange>> ProposeAsync(ParseResult result, IServiceProvider services, OfficerPresence presence, CancellationToken stop)
    {
        var found = result.GetValue(file)!;
        if (found.Length > CertificateBundle.MaximumLength)
            return ErrorCatalogue.ImportUnreadable.With($"A file has at most {CertificateBundle.MaximumLength} bytes.");
        ConsoleFingerprint.TryRead(result.GetValue(choose) ?? "", out var chosen);
        var read = GivenCertificates.Read(await File.ReadAllBytesAsync(found.FullName, stop), Environment.GetEnvironmentVariable(PasswordVariable), chosen);
        if (!read.TryGetValue(out var given))
            return Outcome<TrustChange>.Refused(read.Errors);
        if (given.Meant is not { } certificate)
            return ErrorCatalogue.TrustCertificateUnfit.With("The file holds several; say which by --certificate: " + string.Join(", ", given.All.Select(one => $"{one.Subject} {ConsoleFingerprint.Show(one.Sha256Thumbprint)}")));

        var trust = services.GetRequiredService<OfficerTrust>();
        var admission = Admission(result, certificate, trust);
        var preview = await services.GetRequiredService<PreviewCertificate>().LookAsync(admission, given.Others, stop);
        await Console.Error.WriteLineAsync($"{certificate.Subject}, issued by {certificate.Issuer}, until {certificate.NotAfter:u}, as {admission.Role}");
        foreach (var concern in preview.Concerns)
            await Console.Error.WriteLineAsync($"{ConcernText.Code(concern)} {ConcernText.Of(concern).En}");
        var minutes = result.GetValue(window);
        return await trust.ProposeAdmissionAsync(admission, new TrustProposal(
            TrustChangeKind.Admit, certificate.Sha256Thumbprint, result.GetValue(reason)!, result.GetValue(start)?.ToUniversalTime(),
            minutes is { } count ? TimeSpan.FromMinutes(count) : null), presence.Name, stop);
    }

    private Admission Admission(ParseResult result, Certificate certificate, OfficerTrust trust)
    {
        var called = result.GetValue(name)!;
        return result.GetValue(kind) switch
        {
            // One that no partner has is refused as such, and not taken for an authority.
            "partner" => trust.OfPartner(result.GetValue(party) is { Length: > 0 } known ? known : "-", certificate, called),
            "anchor" => new Admission(certificate, called, new Jurisdiction(result.GetValue(place) ?? ""), new HashSet<TrustPurpose>(result.GetValue(purposes) ?? [])),
            _ => new Admission(certificate, called, null, new HashSet<TrustPurpose>()),
        };
    }
}
