using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Changes;
using CrossBorder.Federation.Trust.Consequences;
using CrossBorder.Federation.Trust.Import;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using CrossBorder.Verification.Trust;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>
/// A change in two looks: what was given is shown as what it is, then it is proposed, or in an emergency done. A file stays in memory,
/// for it might hold a key that must lie nowhere.
/// </summary>
[ForOfficers(OfficerRole.SecurityOfficer)]
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MemoryBufferThreshold = LargestForm)]
internal sealed class NewChangeModel(
    FindGiven find, PreviewCertificate preview, TrustInventory inventory, PartnerParties parties, OfficerTrust officerTrust, StepUpOfficer stepUp,
    IBlastRadius radius, TimeProvider clock) : PageModel
{
    private const int LargestForm = 512 * 1024;
    private const int MostFound = 20;

    [BindProperty]
    public ProposalForm Form { get; set; } = new();

    /// <summary>What was given; null until it was read.</summary>
    public GivenCertificates? Given { get; private set; }

    /// <summary>The one that is meant, as it would be; null until it is known which.</summary>
    public CertificatePreview? Preview { get; private set; }

    /// <summary>What rests on the one that is to lose trust; null for other changes.</summary>
    public BlastRadius? Radius { get; private set; }

    /// <summary>What the search found; null where nothing was searched for.</summary>
    public IReadOnlyList<InventoryEntry>? Found { get; private set; }

    public IReadOnlyList<PartnerParty> Parties => parties.All;

    public Error? Refusal { get; private set; }

    private OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public void OnGet(string? kind, string? certificate)
    {
        Form.Kind = kind ?? Form.Kind;
        Form.Certificate = certificate ?? "";
    }

    public async Task<IActionResult> OnPostAsync(string? step, string? typed, string? code, string? password, IFormFile? file)
    {
        var stop = HttpContext.RequestAborted;
        if (step == "find")
        {
            Found = [.. new InventoryFilter(Text: Form.Search).Of(await inventory.ListAsync(stop)).Where(entry => entry.Certificate is not null).Take(MostFound)];
            return Page();
        }

        var read = file is { Length: > 0 } ? await ReadAsync(file, password, stop) : await find.FindAsync(Form.Certificate.Trim(), Form.Chosen, stop);
        if (Form.ChangeKind is not { } kind || !read.TryGetValue(out var given))
            return Refuse(read.Succeeded ? ErrorCatalogue.TrustCertificateUnfit.With("There is no such kind of change.") : read.Error);

        Given = given;
        Show(nameof(Form.Certificate), Form.Certificate = given.ToPem());
        if (given.Meant is not { } meant)
            return Page();
        Show(nameof(Form.Chosen), Form.Chosen = ConsoleFingerprint.Show(meant.Sha256Thumbprint));
        Preview = kind == TrustChangeKind.Admit ? await preview.LookAsync(Admission(meant), given.Others, stop) : await preview.LookAsync(meant, stop);
        if (kind is TrustChangeKind.Revoke or TrustChangeKind.Suspend)
            Radius = await radius.OfAsync(meant.Sha256Thumbprint, clock.GetUtcNow(), stop);
        if (step != "do")
            return Page();
        if (Form.IsEmergency && typed?.Trim() != Preview.Name)
            return Refuse(ErrorCatalogue.TypedNameWrong.With("Nothing was done."));

        var done = await DoAsync(kind, meant, code, stop);
        return done.TryGetValue(out var change) ? LocalRedirect("/console/changes/" + change.Id.ToString("N")) : Refuse(done.Error);
    }

    private async Task<Outcome<TrustChange>> DoAsync(TrustChangeKind kind, Certificate certificate, string? code, CancellationToken stop)
    {
        if (Form.IsEmergency)
            return await this.ProvedAsync(stepUp, code, () => officerTrust.RevokeNowAsync(certificate.Sha256Thumbprint, Form.Reason, Officer.Name, stop));

        var proposal = new TrustProposal(kind, certificate.Sha256Thumbprint, Form.Reason, Form.ReadStart(), Form.ReadWindow());
        return kind == TrustChangeKind.Admit
            ? await officerTrust.ProposeAdmissionAsync(Admission(certificate), proposal, Officer.Name, stop)
            : await officerTrust.ProposeAsync(proposal, Officer.Name, stop);
    }

    private Admission Admission(Certificate certificate)
    {
        if (Form.Party.Length > 0)
            return officerTrust.OfPartner(Form.Party, certificate, Form.Name);
        var jurisdiction = string.IsNullOrWhiteSpace(Form.Jurisdiction) ? (Jurisdiction?)null : new Jurisdiction(Form.Jurisdiction.Trim());
        return new Admission(certificate, Form.Name, jurisdiction, Form.ReadPurposes());
    }

    private static async Task<Outcome<GivenCertificates>> ReadAsync(IFormFile file, string? password, CancellationToken stop)
    {
        if (file.Length > CertificateBundle.MaximumLength)
            return ErrorCatalogue.ImportUnreadable.With($"A file has at most {CertificateBundle.MaximumLength} bytes.");
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, stop);
        return GivenCertificates.Read(buffer.ToArray(), password, chosen: null);
    }

    // What is shown again is what was read, and never what was typed.
    private void Show(string field, string value) =>
        ModelState.SetModelValue($"{nameof(Form)}.{field}", value, value);

    private PageResult Refuse(Error refusal)
    {
        // A key that was pasted is not sent back.
        if (Given is null)
            Show(nameof(Form.Certificate), Form.Certificate = refusal.Descriptor == ErrorCatalogue.ImportHoldsPrivateKey ? "" : Form.Certificate);
        Refusal = refusal;
        Response.StatusCode = refusal.Descriptor.Status;
        return Page();
    }
}
