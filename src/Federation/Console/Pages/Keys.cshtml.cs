using System.Text;
using CrossBorder.Federation.Officers;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.ConsolePages.Pages;

/// <summary>The hub's keys, who has which, and what security officers do about them. Auditors look only.</summary>
[ForOfficers(OfficerRole.SecurityOfficer, OfficerRole.Auditor)]
internal sealed class KeysModel(KeyOverview overview, IManagedKeyStore store, OfficerKeys keys, RequestCertificate requests, StepUpOfficer stepUp) : PageModel
{
    public IReadOnlyList<KeySight> All { get; private set; } = [];

    public IReadOnlyList<KeyStep> Steps { get; private set; } = [];

    public Error? Refusal { get; private set; }

    public bool TypedWrongly { get; private set; }

    public OfficerPresence Officer => OfficerScheme.Presence(User)!;

    public bool MayAct => Officer.Role == OfficerRole.SecurityOfficer;

    public async Task OnGetAsync()
    {
        All = await overview.LookAsync(HttpContext.RequestAborted);
        Steps = [.. (await store.StepsAsync(HttpContext.RequestAborted)).Where(step => step.IsOpen)];
    }

    /// <param name="step">What is to be done.</param>
    /// <param name="about">The key or the algorithm.</param>
    /// <param name="id">The step that is decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="typed">The key's id once more, where there is no way back.</param>
    /// <param name="code">A fresh code.</param>
    /// <param name="subject">The distinguished name to ask an authority for.</param>
    /// <param name="file">What an authority issued.</param>
    public async Task<IActionResult> OnPostAsync(string? step, string? about, Guid id, string? reason, string? typed, string? code, string? subject, IFormFile? file)
    {
        if (!MayAct)
            return new ConsoleRefusal(ErrorCatalogue.OfficerRoleMissing);

        if (step == "revoke" && typed != about)
        {
            TypedWrongly = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await OnGetAsync();
            return Page();
        }

        var stop = HttpContext.RequestAborted;
        var (key, why) = (about ?? "", reason ?? "");
        if (step == "request")
            return await RequestAsync(key, subject, stop);

        var done = step switch
        {
            "rotate" => await keys.ProposeAsync(KeyStepKind.Rotate, key, why, Officer.Name, stop),
            "activate" => await keys.ProposeAsync(KeyStepKind.ActivateEarly, key, why, Officer.Name, stop),
            "let-go" => await keys.ProposeAsync(KeyStepKind.LetGo, key, why, Officer.Name, stop),
            "install" => await InstallAsync(key, file, why, stop),
            "approve" => await this.ProvedAsync(stepUp, code, () => keys.ApproveAsync(id, Officer.Name, stop)),
            "review" => await this.ProvedAsync(stepUp, code, () => keys.ReviewAsync(id, Officer.Name, stop)),
            "refuse" => await keys.RefuseAsync(id, Officer.Name, stop),
            "withdraw" => await keys.WithdrawAsync(id, Officer.Name, stop),
            "revoke" => await this.ProvedAsync(stepUp, code, () => keys.RevokeNowAsync(key, why, Officer.Name, stop)),
            _ => ErrorCatalogue.KeyStepNotNow.With("There is no such step."),
        };
        if (done.Succeeded)
            return LocalRedirect("/console/keys");
        return await RefusedAsync(done.Error);
    }

    // Nothing takes effect by it; who asked is written down.
    private async Task<IActionResult> RequestAsync(string key, string? subject, CancellationToken stop)
    {
        var made = await requests.MakeAsync(key, subject, Officer.Name, stop);
        return made.TryGetValue(out var request)
            ? File(Encoding.ASCII.GetBytes(request.ToPem()), "application/x-pem-file", $"{key.Replace('/', '-')}.csr.pem")
            : await RefusedAsync(made.Error);
    }

    private async Task<Outcome<KeyStep>> InstallAsync(string key, IFormFile? file, string reason, CancellationToken stop)
    {
        if (file is null || file.Length > CertificateBundle.MaximumLength)
            return ErrorCatalogue.ImportUnreadable.With($"A file has 1 to {CertificateBundle.MaximumLength} bytes.");
        using var content = new MemoryStream();
        await file.CopyToAsync(content, stop);
        var read = CertificateBundle.Read(content.ToArray());
        return read.TryGetValue(out var given)
            ? await keys.ProposeInstallAsync(key, given, reason, Officer.Name, stop)
            : Outcome<KeyStep>.Refused(read.Errors);
    }

    private async Task<IActionResult> RefusedAsync(Error fault)
    {
        Refusal = fault;
        Response.StatusCode = fault.Descriptor.Status;
        await OnGetAsync();
        return Page();
    }
}
