using CrossBorder.Federation.Hosting.Operations;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>A change in two looks: what was pasted is shown as what it is, then it is proposed, or in an emergency done.</summary>
[ForOfficers(OfficerRole.SecurityOfficer)]
internal sealed class NewChangeModel(ITrustSnapshot trust, ITrustChanges changes, OfficerTrust officerTrust, StepUpOfficer stepUp, TimeProvider clock) : PageModel
{
    private const int ToType = 8;

    [BindProperty]
    public ProposalForm Form { get; set; } = new();

    /// <summary>The certificate, once it was read.</summary>
    public Certificate? Certificate { get; private set; }

    public ErrorDescriptor? Refusal { get; private set; }

    /// <summary>Whether what had to be typed differed.</summary>
    public bool TypedWrong { get; private set; }

    public string Fingerprint => ConsoleFingerprint.Show(Certificate!.Sha256Thumbprint);

    public string Phrase => Fingerprint[..ToType];

    public bool EndsSoon => Certificate!.NotAfter < clock.GetUtcNow().AddDays(30);

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public void OnGet(string? kind, string? certificate)
    {
        Form.Kind = kind ?? Form.Kind;
        Form.Certificate = certificate ?? "";
    }

    public async Task<IActionResult> OnPostAsync(string? step, string? typed, string? code)
    {
        var read = await ReadAsync(Form.Certificate.Trim(), HttpContext.RequestAborted);
        if (Form.ChangeKind is not { } kind || !read.TryGetValue(out var certificate))
            return Refuse(read.Succeeded ? ErrorCatalogue.TrustCertificateUnfit : read.Error.Descriptor);

        Certificate = certificate;
        if (step != "do")
            return Page();
        if (Form.IsEmergency && typed != Phrase)
        {
            TypedWrong = true;
            return Page();
        }

        var done = await DoAsync(kind, code, HttpContext.RequestAborted);
        return done.Succeeded ? LocalRedirect("/console/changes") : Refuse(done.Error.Descriptor);
    }

    private async Task<Outcome<TrustChange>> DoAsync(TrustChangeKind kind, string? code, CancellationToken stop)
    {
        if (Form.IsEmergency)
        {
            var proved = await stepUp.ProveAsync(Officer, code, RateLimits.Network(HttpContext.Connection.RemoteIpAddress), stop);
            return proved.Succeeded
                ? await officerTrust.RevokeNowAsync(Certificate!.Sha256Thumbprint, Form.Reason, Officer.Name, stop)
                : Outcome<TrustChange>.Refused(proved.Errors);
        }

        var proposal = new TrustProposal(kind, Certificate!.Sha256Thumbprint, Form.Reason, ConfirmWithin: Form.ReadWindow());
        if (kind != TrustChangeKind.Admit)
            return await officerTrust.ProposeAsync(proposal, Officer.Name, stop);

        var jurisdiction = string.IsNullOrWhiteSpace(Form.Jurisdiction) ? (Jurisdiction?)null : new Jurisdiction(Form.Jurisdiction.Trim());
        return await officerTrust.ProposeAdmissionAsync(new Admission(Certificate!, Form.Name, jurisdiction, Form.ReadPurposes()), proposal, Officer.Name, stop);
    }

    private async Task<Outcome<Certificate>> ReadAsync(string given, CancellationToken stop)
    {
        if (ConsoleFingerprint.TryRead(given, out var thumbprint))
        {
            var list = trust.Current.TrustList;
            var known = list.Anchors.Select(anchor => anchor.Certificate).Concat(list.Intermediates)
                .Concat((await changes.CertificatesAsync(stop)).Select(row => Certificate.Parse(row.Encoded).Value));
            if (known.FirstOrDefault(certificate => certificate.Sha256Thumbprint == thumbprint) is { } found)
                return found;
        }

        var read = Verification.Crypto.Certificate.ParseMany(given);
        return read.TryGetValue(out var certificates)
            ? certificates.Count == 1 ? certificates[0] : ErrorCatalogue.TrustCertificateUnfit.With("One certificate at a time.")
            : Outcome<Certificate>.Refused(read.Errors);
    }

    private PageResult Refuse(ErrorDescriptor refusal)
    {
        Refusal = refusal;
        Response.StatusCode = refusal.Status;
        return Page();
    }
}
