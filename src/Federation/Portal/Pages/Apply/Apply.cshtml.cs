using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Status;
using CrossBorder.Federation.Applications.Signing;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Federation.Portal.Language;
using CrossBorder.Federation.Portal.Residents;
using CrossBorder.Federation.Portal.Uploads;
using CrossBorder.Verification.Outcomes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrossBorder.Federation.Portal.Pages.Apply;

/// <summary>The application form: asks only what is not known, and files it once.</summary>
[RequireResident(AgentDoor.Represented)]
[RequestSizeLimit(MaximumRequest)]
[StreamUploads<ApplyFiles>]
internal sealed class ApplyModel(
    ICatalogue catalogue, ISubmitApplication submit, OpenedForm opened, SignApplication signings, PageLanguage language) : PageModel
{
    /// <summary>Stands in the address of the form of a resident who does not let licences be looked up.</summary>
    public const string Declined = "no";

    /// <summary>Two files at their largest, and room for the rest.</summary>
    private const int MaximumRequest = 44 * 1024 * 1024;

    public ApplicationForm Form { get; private set; } = null!;

    public Answers Answers { get; private set; } = null!;

    public IReadOnlyList<FormFault> Faults { get; private set; } = [];

    /// <summary>Of the catalogue that the form is made by.</summary>
    public string Version => catalogue.Version;

    /// <summary>Whether electronic licences would help with this form, and the resident has not agreed to looking them up.</summary>
    public bool AsksForLicences => Applicant is { LicenceConsent: null, MainlandAccount: not null, Acting: null }
        && CrossBorder.Federation.Applications.Submit.KnownFacts.LicenceKindsOf(Form.Entry.Items).Count > 0;

    /// <summary>Whom the form is filled in for, as the agent is shown them; null where it is for the resident themselves.</summary>
    public string? For => Applicant switch
    {
        { Acting: null } => null,
        { Acting.Enterprise: { } enterprise } => language.Format(ApplyText.RepresentativeOf, enterprise.Name),
        var represented => ActingFor.NameOf(represented),
    };

    private Applicant Applicant => ResidentFeature.Of(HttpContext);

    public async Task<IActionResult> OnGetAsync(string code, string? licences)
    {
        if (await PrepareAsync(code) is { } refusal)
            return new RefusalResult(refusal);

        // Asked once, before the form: what licences hold need not be typed.
        if (AsksForLicences && licences != Declined)
            return LocalRedirect($"/apply/{code}/licences");

        Answers = Answers.None();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (await PrepareAsync(code) is { } refusal)
            return new RefusalResult(refusal);

        var posted = Answers.Read(Request.Form, Form);
        if (await FiledAsync(posted.Key) is { } known)
            return ShowCase(known, "again");

        (Answers, var broken) = Uploads.Take(Form, posted, PostedForm.Of(HttpContext).Files);
        if (!opened.Asks(Form.Entry, Request.Form[Names.Version].FirstOrDefault()))
            return ShowAnew(broken);

        var request = Answers.Request(Form, broken.Select(fault => fault.Material!.Slug).ToHashSet(StringComparer.Ordinal));
        var submitted = await submit.SubmitAsync(Applicant, request, HttpContext.RequestAborted);
        if (submitted.TryGetValue(out var filed))
            return ShowCase(filed, "new");
        if (submitted.Error.Code == ErrorCatalogue.IdempotencyKeyReused.Code && await FiledAsync(posted.Key) is { } twin)
            return ShowCase(twin, "again");

        // All of it holds, and the item asks the resident to stand by it: nothing is filed before.
        if (submitted.Error.Code == ErrorCatalogue.SigningRequired.Code)
        {
            var begun = await signings.BeginAsync(Applicant, request, language.Tag, HttpContext.RequestAborted);
            if (begun.TryGetValue(out var signing))
                return LocalRedirect("/sign/" + signing.Id);
            submitted = Outcome<CaseView>.Refused(begun.Errors);
        }

        Explain(submitted.Errors, request, broken);
        Response.StatusCode = submitted.Error.Descriptor.Status;
        return Page();
    }

    public FormFault? FaultOf(FormField field) => Faults.FirstOrDefault(fault => fault.Field == field);

    public FormFault? FaultOf(RequiredDocument material) => Faults.FirstOrDefault(fault => fault.Material == material);

    private async Task<Error?> PrepareAsync(string code)
    {
        var entry = catalogue.Find(code);
        if (!entry.Succeeded)
            return entry.Error;

        var prefilled = await submit.PrefillAsync(Applicant, code, HttpContext.RequestAborted);
        if (!prefilled.TryGetValue(out var known))
            return prefilled.Error;

        Form = ApplicationForm.Of(entry.Value, known);
        return null;
    }

    // What was typed and uploaded stays, as far as the form still asks for it.
    private PageResult ShowAnew(IReadOnlyList<FormFault> broken)
    {
        Faults = [new(ErrorCatalogue.FormOutdated, null, null), .. broken];
        Response.StatusCode = ErrorCatalogue.FormOutdated.Status;
        return Page();
    }

    private void Explain(IReadOnlyList<Error> errors, SubmitApplication request, IReadOnlyList<FormFault> broken)
    {
        var faults = errors.Select(error => FormFault.Of(error, Form, request))
            .Where(fault => fault.Material is null || broken.All(other => other.Material != fault.Material))
            .Concat(broken).Distinct().ToList();
        // In the order of the page: who corrects from the top meets them one after another.
        Faults = [.. faults.Where(fault => fault.Target is null),
            .. Form.Asked.SelectMany(field => faults.Where(fault => fault.Field == field)),
            .. Form.Materials.SelectMany(material => faults.Where(fault => fault.Material == material))];

        // An upload that is not this resident's, or is no more, cannot be sent again.
        if (errors.Any(error => error.Code == ErrorCatalogue.MaterialUnknown.Code))
            Answers = Answers with { Kept = [.. Answers.Kept.Where(kept => FaultOf(Form.Materials.First(material => material.Slug == kept.Slug)) is null)] };
    }

    private Task<CaseView?> FiledAsync(string key) => submit.FindFiledAsync(Applicant, clientId: null, key, HttpContext.RequestAborted);

    private LocalRedirectResult ShowCase(CaseView view, string filed) => LocalRedirect($"/cases/{view.CaseNumber}?filed={filed}");
}
